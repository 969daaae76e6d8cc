package app.prosa.channel.whatsapp;

import app.prosa.channel.json.Fields;
import app.prosa.channel.meta.Gathering;
import app.prosa.channel.meta.Values;
import app.prosa.channel.meta.WebhookEvents;
import java.util.List;
import java.util.Optional;

/**
 * Understands what Meta posts of a WhatsApp number, to be asked once its signature was checked.
 * Whatever a body holds, nothing here throws: what is not understood says nothing.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages">
 *     Meta, WhatsApp, messages webhook reference</a>
 */
public final class WhatsAppWebhook {
    private static final String OBJECT = "whatsapp_business_account";

    private final String phoneNumberId;

    /**
     * @param phoneNumberId whose events are read; those of other numbers are counted only
     */
    public WhatsAppWebhook(String phoneNumberId) {
        this.phoneNumberId = phoneNumberId;
    }

    public WebhookEvents read(byte[] body) {
        Gathering gathering = new Gathering();
        for (Fields entry : Gathering.entries(body, OBJECT)) {
            for (Fields change : entry.objects("changes")) {
                read(change, gathering);
            }
        }
        return gathering.all();
    }

    private void read(Fields change, Gathering to) {
        Optional<Fields> value = change.object("value");
        if (value.isEmpty()) {
            to.addIgnored(1);
            return;
        }
        switch (change.text("field")) {
            case "messages" -> readMessages(value.get(), to);
            // What a person writes in WhatsApp's own app, where the number is in use there, too.
            case "smb_message_echoes" -> readEchoes(value.get(), to);
            default -> to.addIgnored(1); // news of templates, of the account, calls
        }
    }

    private void readMessages(Fields value, Gathering to) {
        List<Fields> messages = value.objects("messages");
        List<Fields> statuses = value.objects("statuses");
        if (!isOurs(value)) {
            to.addForeign(messages.size() + statuses.size());
            return;
        }
        MessageReader reader = new MessageReader(People.of(value));
        messages.forEach(message -> to.add(reader.read(message)));
        statuses.forEach(status -> to.add(StatusReader.read(status)));
        to.addIgnored(value.objects("errors").size());
    }

    private void readEchoes(Fields value, Gathering to) {
        List<Fields> echoes = value.objects("message_echoes");
        if (!isOurs(value)) {
            to.addForeign(echoes.size());
            return;
        }
        People people = People.of(value);
        echoes.forEach(echo -> to.add(EchoReader.read(echo, people)));
    }

    private boolean isOurs(Fields value) {
        return Values.id(value, "metadata", "phone_number_id").equals(phoneNumberId);
    }
}
