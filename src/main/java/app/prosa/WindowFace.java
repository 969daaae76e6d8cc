package app.prosa;

import app.prosa.settings.DataDirectoryException;

/** A window where there is a screen; otherwise one sentence about what is missing. */
record WindowFace(Terminal terminal, Face window) implements Face {

    @Override
    public int run(Options options) {
        return Display.missing().map(terminal::fail).orElseGet(() -> open(options));
    }

    private int open(Options options) {
        try {
            return window.run(options);
        } catch (DataDirectoryException e) {
            terminal.err().println(e.sentence(terminal.texts()));
            return ExitCode.FAILED;
        } catch (RuntimeException e) {
            return Display.explain(e).map(terminal::fail).orElseThrow(() -> e);
        }
    }
}
