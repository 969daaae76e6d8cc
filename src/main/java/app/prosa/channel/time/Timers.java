package app.prosa.channel.time;

import java.time.Instant;

/** What time it is, and what is done later; by the system's clock, or by one that a test turns. */
public interface Timers extends AutoCloseable {
    Instant now();

    /** Has something done on a virtual thread of its own; at once if the time has come already. */
    Timer at(Instant when, Runnable task);

    /** What is not done yet is never done. */
    @Override
    void close();

    /** Something that is done later. */
    interface Timer {
        /** It is not done, unless it has begun. */
        void cancel();

        Timer NONE = () -> {};
    }
}
