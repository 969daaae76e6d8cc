package app.prosa.channel.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Gathers a body, or lets go of it as soon as it is too large: then there is none. */
final class BoundedBody implements BodySubscriber<Optional<Body>> {
    private final int most;
    private final List<ByteBuffer> pieces = new ArrayList<>();
    private final CompletableFuture<Optional<Body>> whole = new CompletableFuture<>();
    private @Nullable Subscription subscription;
    private long size;

    BoundedBody(int most) {
        this.most = most;
    }

    @Override
    public CompletionStage<Optional<Body>> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Subscription fresh) {
        subscription = fresh;
        fresh.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> more) {
        for (ByteBuffer piece : more) {
            size += piece.remaining();
        }
        if (size <= most) {
            pieces.addAll(more);
            return;
        }
        pieces.clear();
        if (subscription != null) {
            subscription.cancel();
        }
        whole.complete(Optional.empty());
    }

    @Override
    public void onError(Throwable error) {
        pieces.clear();
        whole.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        if (size > most) {
            return; // said already
        }
        ByteBuffer all = ByteBuffer.allocate((int) size);
        pieces.forEach(all::put);
        pieces.clear();
        whole.complete(Optional.of(new Body(all.array())));
    }
}
