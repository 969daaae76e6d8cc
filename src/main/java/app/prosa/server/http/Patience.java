package app.prosa.server.http;

import java.time.Duration;

/**
 * How long the hub waits for whom.
 *
 * @param request from the beginning of a connection, or from the last answer on it, to the whole
 *     head of a request
 * @param body from the head to the end of the body
 * @param quiet after which a stream shows that it is alive
 * @param stuck after which a client that does not read loses its stream
 * @param goodbye for the answers under way when the hub stops: models are slow
 * @param look how often somebody looks whether one of these is over
 */
public record Patience(
        Duration request,
        Duration body,
        Duration quiet,
        Duration stuck,
        Duration goodbye,
        Duration look) {

    public static final Patience DEFAULT =
            new Patience(
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(3));
}
