package app.prosa.channel.switchboard;

import app.prosa.channel.Opener;
import app.prosa.channel.Webhook;
import app.prosa.channel.signature.TwilioSignature;
import app.prosa.channel.twilio.FakeTwilio;
import app.prosa.channel.twilio.TwilioOpener;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.conversation.Message;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.settings.channels.ChannelSecrets;
import app.prosa.settings.channels.ChannelState;
import app.prosa.settings.channels.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** WhatsApp by Twilio over the real switchboard and a strict Twilio. */
@SuppressWarnings("NullAway.Init")
abstract class TwilioBoardRig extends BoardRig {
    static final String PUBLIC = "https://hub.example";
    static final String BIA = "whatsapp:+5511999990001";

    FakeTwilio twilio;

    @Override
    List<Opener> openers() {
        return List.of(new TwilioOpener());
    }

    @BeforeEach
    void startTwilio() {
        twilio = FakeTwilio.start();
        secrets.put(ChannelSecrets.token(Platform.TWILIO), FakeTwilio.TOKEN);
    }

    @AfterEach
    void stopTwilio() {
        twilio.close();
    }

    void switchOn(Instant since) {
        settings.update(all ->
                all.with(all.hub().withPublicUrl(PUBLIC))
                        .with(
                                all.channels()
                                        .with(
                                                all.channels()
                                                        .twilio()
                                                        .withBaseUrl(twilio.baseUrl().toString())
                                                        .withAccountSid(FakeTwilio.SID)
                                                        .withSender(FakeTwilio.NUMBER)
                                                        .withRules(
                                                                all.channels()
                                                                        .rules(Platform.TWILIO)
                                                                        .switched(true, since)
                                                                        .withQuietMillis(100)))));
        awaitState(Platform.TWILIO, ChannelState.On.class);
    }

    Webhook.Response post(String path, Map<String, String> form) {
        return call(path, form, FakeTwilio.signature(PUBLIC + path, form));
    }

    Webhook.Response call(String path, Map<String, String> form, String signature) {
        return board.webhook(path)
                .orElseThrow()
                .handle(
                        new Webhook.Request(
                                "POST",
                                "",
                                Map.of(
                                        TwilioSignature.HEADER.toLowerCase(Locale.ROOT),
                                        List.of(signature)),
                                FakeTwilio.encoded(form)));
    }

    List<Conversation> conversations() {
        return engine.conversations().page(Query.ALL, null, 10);
    }

    List<Message> history() {
        Conversation of = conversations().getFirst();
        return engine.conversations().path(of.id(), 0, of.size());
    }

    DeliveryState state(Message message) {
        return database.channels().outbox().deliveries(List.of(message.id())).stream()
                .map(Delivery::state)
                .findFirst()
                .orElse(DeliveryState.PENDING);
    }
}
