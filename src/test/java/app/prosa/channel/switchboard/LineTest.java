package app.prosa.channel.switchboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.channel.Channel;
import app.prosa.channel.Inbound;
import app.prosa.channel.Opener;
import app.prosa.channel.Route;
import app.prosa.channel.outbound.Courier;
import app.prosa.channel.telegram.TelegramOpener;
import app.prosa.channel.time.Timers;
import app.prosa.settings.SecretsException;
import app.prosa.settings.channels.Platform;
import org.junit.jupiter.api.Test;

/** When a line is opened. */
class LineTest {
    private final Locked exchange = new Locked();
    private final Line line = new Line(new TelegramOpener(), exchange);

    @Test
    void the_start_opens_it() {
        line.begin();
        assertEquals(1, exchange.asked);
    }

    @Test
    void a_start_that_comes_after_a_change_of_the_settings_does_not_open_it_again() {
        line.reopen();
        line.begin();
        assertEquals(1, exchange.asked);
    }

    @Test
    void each_change_of_the_settings_opens_it_anew() {
        line.begin();
        line.reopen();
        assertEquals(2, exchange.asked);
    }

    /** Everything is on, and the secrets are locked: so far an opening goes without a platform. */
    private static final class Locked implements Line.Exchange {
        private int asked;

        @Override
        public Opener.Setting setting() {
            asked++;
            throw new SecretsException(SecretsException.Problem.WRONG_PASSPHRASE, "read", null);
        }

        @Override
        public boolean isOn(Platform platform) {
            return true;
        }

        @Override
        public Timers timers() {
            throw new AssertionError("nothing is open");
        }

        @Override
        public void take(Route route, Inbound inbound) {
            throw new AssertionError("nothing is open");
        }

        @Override
        public Courier courier(Channel channel, Courier.Watcher watcher) {
            throw new AssertionError("nothing is open");
        }

        @Override
        public void opened(Route route) {
            throw new AssertionError("nothing is open");
        }

        @Override
        public void changed() {}
    }
}
