package app.prosa.channel.telegram;

import app.prosa.channel.Inbound;
import app.prosa.channel.SendResult;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The client and the server that it talks with. */
final class TelegramRig implements AutoCloseable {
    static final long ANA = 42;

    static final TimeLimits QUICK =
            new TimeLimits(Duration.ofSeconds(5), Duration.ofMillis(600), Duration.ofSeconds(2));
    static final TimeLimits PATIENT =
            new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20));

    final FakeTelegram server = FakeTelegram.start();
    final TelegramApi api;
    private final TelegramUpdates updates = new TelegramUpdates(FakeTelegram.BOT);

    TelegramRig() {
        this(PATIENT);
    }

    TelegramRig(TimeLimits limits) {
        this.api = api(server.baseUrl(), FakeTelegram.TOKEN, limits);
    }

    static TelegramApi api(URI base, String token, TimeLimits limits) {
        return new TelegramApi(base, new TelegramToken(token), limits);
    }

    static TelegramMessage html(String text) {
        return new TelegramMessage("" + ANA, text, TelegramMessage.Format.HTML, null);
    }

    static TelegramMessage plain(String text) {
        return new TelegramMessage("" + ANA, text, TelegramMessage.Format.PLAIN, null);
    }

    SendResult send(String text) throws InterruptedException {
        return api.sendMessage(html(text));
    }

    Optional<Inbound> read(TelegramUpdate update) {
        return updates.read(update);
    }

    @Override
    public void close() {
        api.close();
        server.close();
    }
}
