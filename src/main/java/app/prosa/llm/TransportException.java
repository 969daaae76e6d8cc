package app.prosa.llm;

/**
 * The network failed below a call: nothing was sent, nothing came, or it broke off. Unchecked,
 * because it passes through openai-java.
 */
final class TransportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TransportException(Throwable cause) {
        super(cause);
    }
}
