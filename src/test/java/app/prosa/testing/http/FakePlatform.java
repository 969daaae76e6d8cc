package app.prosa.testing.http;

import org.jspecify.annotations.Nullable;

/** A server as its requests see it. */
public interface FakePlatform {
    /** Notes a request, and tells what is to go wrong with it. */
    @Nullable Trouble hear(HeardRequest request);

    /** Obeys a request, which was heard before. */
    FixedAnswer answer(HeardRequest request) throws InterruptedException;
}
