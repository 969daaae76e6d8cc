package app.prosa.channel.switchboard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.time.Timers;
import app.prosa.channel.time.TurnedTimers;
import app.prosa.settings.channels.ChannelState;
import app.prosa.settings.channels.Platform;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The channels, with a clock that a test turns: hours pass in moments. */
abstract class TurnedBoardRig extends BoardRig {
    /** After so long without anything new, everybody waits for the clock or for the platform. */
    private static final Duration REST = Duration.ofMillis(8);

    /** So long a thread may do nothing that is seen from outside. */
    private static final Duration SLOW = Duration.ofSeconds(5);

    final TurnedTimers time = new TurnedTimers();

    @Override
    Timers timers() {
        return time;
    }

    @Override
    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return time.now();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    @Override
    void awaitState(Platform platform, Class<? extends ChannelState> state) {
        awaitWithin(Duration.ofMinutes(5), () -> state.isInstance(board.state(platform)));
    }

    /** What the stand-in has heard so far. */
    abstract int calls();

    /** Lets time pass, from one thing that is due to the next, each after the one before it. */
    void pass(Duration span) {
        Instant end = time.now().plus(span);
        rest();
        while (time.turnToNext(end)) {
            rest();
        }
        time.turn(Duration.between(time.now(), end));
        rest();
    }

    /** Lets time pass until something is so, which has to be within a span. */
    void awaitWithin(Duration most, BooleanSupplier condition) {
        Instant end = time.now().plus(most);
        long late = System.nanoTime() + SLOW.toNanos();
        rest();
        while (!condition.getAsBoolean()) {
            if (time.turnToNext(end)) {
                late = System.nanoTime() + SLOW.toNanos();
            } else {
                // Nothing waits for the clock, so somebody is slow, or it will never be.
                assertTrue(System.nanoTime() < late, () -> "not within " + most);
            }
            rest();
        }
    }

    /** Waits until nothing happens any more without the clock. */
    void rest() {
        rest(0);
    }

    /**
     * @param hanging how much will come to no end meanwhile
     */
    void rest(int hanging) {
        long seen = -1;
        long since = System.nanoTime();
        while (time.underWay() > hanging || System.nanoTime() - since < REST.toNanos()) {
            long now = time.asked() + calls();
            if (now != seen) {
                seen = now;
                since = System.nanoTime();
            }
            LockSupport.parkNanos(500_000);
        }
    }

    boolean isTroubled(Platform platform, ChannelState.Problem by) {
        return board.state(platform) instanceof ChannelState.Troubled(var problem, var _)
                && problem == by;
    }

    boolean isOn(Platform platform) {
        return board.state(platform) instanceof ChannelState.On;
    }
}
