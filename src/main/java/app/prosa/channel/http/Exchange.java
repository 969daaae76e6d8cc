package app.prosa.channel.http;

import java.net.http.HttpHeaders;

/** How a request ended. */
public sealed interface Exchange {

    /** With an answer, whatever it says; redirects too are only answers. */
    record Answered(int status, HttpHeaders headers, Body body) implements Exchange {}

    /** With an answer that is larger than was allowed. */
    record Oversized(int status) implements Exchange {}

    /**
     * Without a whole answer.
     *
     * @param mayHaveArrived false when the request cannot have reached anybody
     * @param why for the log. What it says is the network's, which does not show paths of URLs
     */
    record Broken(boolean mayHaveArrived, String why) implements Exchange {}
}
