package app.prosa.channel.twilio;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.prosa.channel.Answer;
import app.prosa.channel.Inbound;
import app.prosa.channel.Refusal;
import app.prosa.channel.SendResult;
import app.prosa.channel.signature.FormBody;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The client and the server that it talks with, at noon. */
final class TwilioRig implements AutoCloseable {
    static final String ANA = "whatsapp:+5511987654321";
    static final String BIA = "whatsapp:BR.1A2B3C4D5E";
    static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    static final TimeLimits QUICK =
            new TimeLimits(Duration.ofSeconds(5), Duration.ofMillis(600), Duration.ofSeconds(2));
    static final TimeLimits PATIENT =
            new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20));

    final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    final FakeTwilio server = FakeTwilio.start(now::get);
    final TwilioApi api;

    TwilioRig() {
        this(PATIENT);
    }

    TwilioRig(TimeLimits limits) {
        this.api = new TwilioApi(server.baseUrl(), FakeTwilio.account(), limits);
    }

    static TwilioAccount account(TwilioSender sender) {
        return new TwilioAccount(FakeTwilio.SID, FakeTwilio.TOKEN, sender);
    }

    static TwilioAccount ofService() {
        return account(new TwilioSender.Service(FakeTwilio.SERVICE));
    }

    TwilioApi apiOf(TwilioAccount account) {
        return new TwilioApi(server.baseUrl(), account, PATIENT);
    }

    void after(Duration time) {
        now.set(now.get().plus(time));
    }

    SendResult send(String text) throws InterruptedException {
        return api.send(new TwilioText(ANA, text, null));
    }

    /** Sends what must be taken. */
    String sid(String text) throws InterruptedException {
        return assertInstanceOf(SendResult.Sent.class, send(text)).platformId();
    }

    static <T> T given(Answer<T> answer) {
        return switch (answer) {
            case Answer.Given<T>(T value) -> value;
            case Answer.Refused<T>(Refusal refusal) -> throw new AssertionError(refusal);
        };
    }

    static Refusal refusal(Answer<?> answer) {
        return assertInstanceOf(Answer.Refused.class, answer).refusal();
    }

    static Refusal refusal(SendResult result) {
        return assertInstanceOf(SendResult.Refused.class, result).refusal();
    }

    static FormBody form(Map<String, String> fields) {
        byte[] body = FakeForms.encoded(fields).getBytes(StandardCharsets.US_ASCII);
        return FormBody.parse(body).orElseThrow();
    }

    static List<Inbound> heard(TwilioNews news) {
        return assertInstanceOf(TwilioNews.Heard.class, news).inbound();
    }

    @Override
    public void close() {
        api.close();
        server.close();
    }
}
