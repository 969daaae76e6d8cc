package app.prosa.training;

import app.prosa.Main;
import java.io.IOException;

/**
 * Starts the program as a person does, does with it what people do, says {@link #READY} so that
 * whoever started it may do more, and ends as usual once its standard input does: only then the JVM
 * writes what it learned. The data folder, by {@code PROSA_DATA_DIR}, has settings with which the
 * window opens on a chat and the hub starts with it.
 */
public final class Training {
    /** A line on its standard output. */
    public static final String READY = "Trained with the window and the hub";

    private static final int FAILED = 3;

    private Training() {}

    /**
     * @param args the port that the hub will listen on
     */
    public static void main(String[] args) {
        int port = Integer.parseInt(args[0]);
        Thread.ofPlatform().daemon().name("training").start(() -> train(port));
        // Without arguments, as the window's shortcut starts it: that goes past the parser.
        Main.main(new String[0]);
    }

    private static void train(int port) {
        int code = FAILED;
        try {
            new WindowDrill().run();
            new HubDrill(port, System.getenv("PROSA_API_KEY")).run();
            System.out.println(READY);
            while (System.in.read() >= 0) {}
            code = 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            System.err.println("The training came to an end too soon: " + e);
        } finally {
            // The program's own hook ends it from here, as when somebody logs out.
            System.exit(code);
        }
    }
}
