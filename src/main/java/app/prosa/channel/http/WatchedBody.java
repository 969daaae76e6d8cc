package app.prosa.channel.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;

/**
 * A request's body that knows whether any of it was asked for. Until then there is no connection,
 * or only the head of the request is under way, which no server acts upon.
 */
final class WatchedBody implements BodyPublisher {
    private final BodyPublisher body;
    private volatile boolean asked;

    WatchedBody(BodyPublisher body) {
        this.body = body;
    }

    boolean wasAskedFor() {
        return asked;
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        asked = true;
        body.subscribe(subscriber);
    }
}
