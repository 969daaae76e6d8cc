package app.prosa.channel.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.prosa.channel.Inbound;
import app.prosa.channel.Media;
import app.prosa.channel.signature.FormBody;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a webhook posts, field by field: a text of Ana's, unless it is changed. */
final class WebhookForm {
    static final String SID = "SM" + "8824d916".repeat(4);
    static final String EARLIER = "MM" + "5cc44eec".repeat(4);
    static final TwilioWebhook WEBHOOK =
            new TwilioWebhook(FakeTwilio.account(), () -> TwilioRig.NOON);

    private final Map<String, String> fields = new LinkedHashMap<>();

    WebhookForm() {
        fields.put("MessageSid", SID);
        fields.put("AccountSid", FakeTwilio.SID);
        fields.put("From", TwilioRig.ANA);
        fields.put("To", FakeTwilio.NUMBER);
        fields.put("ProfileName", "Ana Souza");
        fields.put("WaId", "5511987654321");
        fields.put("MessageType", "text");
        fields.put("Body", "Oi");
        fields.put("NumMedia", "0");
    }

    WebhookForm with(String name, String value) {
        fields.put(name, value);
        return this;
    }

    WebhookForm without(String name) {
        fields.remove(name);
        return this;
    }

    FormBody body() {
        return TwilioRig.form(fields);
    }

    List<Inbound> all() {
        return TwilioRig.heard(WEBHOOK.message(body()));
    }

    Inbound only() {
        List<Inbound> all = all();
        assertEquals(1, all.size());
        return all.getFirst();
    }

    Inbound.Message message() {
        return assertInstanceOf(Inbound.Message.class, only());
    }

    Media media() {
        List<Media> media = message().media();
        assertEquals(1, media.size());
        return media.getFirst();
    }

    Inbound.Pressed pressed() {
        return assertInstanceOf(Inbound.Pressed.class, only());
    }

    /** Null when it is for us. */
    TwilioNews.Strange.@Nullable What strange() {
        TwilioNews news = WEBHOOK.message(body());
        return news instanceof TwilioNews.Strange(TwilioNews.Strange.What what) ? what : null;
    }
}
