package app.prosa.server.http;

/** Answers one request, now or later, from whatever thread. */
@FunctionalInterface
public interface Endpoint {
    /**
     * Called on a virtual thread, so it may wait.
     *
     * @throws Refusal when it is not done
     */
    void answer(Exchange exchange);
}
