package app.prosa;

/** A window where there is a screen, otherwise the hub: what a plain start means. */
record EitherFace(Terminal terminal, Face window, Face hub) implements Face {

    @Override
    public int run(Options options) {
        if (Display.isMissing()) {
            terminal.out().println(terminal.texts().get("app.display.hub"));
            return hub.run(options);
        }
        return window.run(options);
    }
}
