package app.prosa.installer;

/** A step that did not work; the message says which and what it said. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failure(String message) {
        super(message);
    }
}
