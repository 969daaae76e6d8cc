package app.prosa.channel.twilio;

import static app.prosa.channel.twilio.TwilioRig.NOON;
import static app.prosa.channel.twilio.TwilioRig.heard;
import static app.prosa.channel.twilio.WebhookForm.SID;
import static app.prosa.channel.twilio.WebhookForm.WEBHOOK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.channel.Inbound;
import app.prosa.channel.Inbound.Status.Delivery;
import app.prosa.channel.twilio.TwilioNews.Strange.What;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the callback says of our messages; why one failed is in {@link TwilioCodesTest}. */
class TwilioStatusTest {
    private final WebhookForm form = new WebhookForm();

    private List<Inbound> status(String status) {
        form.with("MessageStatus", status);
        return heard(WEBHOOK.status(form.body()));
    }

    @ParameterizedTest
    @CsvSource({
        "sent, SENT",
        "delivered, DELIVERED",
        "read, READ",
        "failed, FAILED",
        "undelivered, FAILED"
    })
    void news_of_our_message_is_told(String status, Delivery delivery) {
        assertEquals(List.of(new Inbound.Status(SID, delivery, NOON, null)), status(status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accepted", "scheduled", "queued", "sending", "", "teleported"})
    void that_a_message_waits_is_no_news(String status) {
        assertEquals(List.of(), status(status));
    }

    @Test
    void news_for_somebody_else_is_told_apart() {
        form.with("MessageStatus", "read").with("AccountSid", "AC" + "0".repeat(32));
        assertEquals(new TwilioNews.Strange(What.OTHER_ACCOUNT), WEBHOOK.status(form.body()));
        form.without("MessageSid");
        assertEquals(new TwilioNews.Strange(What.NO_MESSAGE), WEBHOOK.status(form.body()));
    }

    @Test
    void what_came_further_has_no_reason_to_fail() {
        form.with("ErrorCode", "63016");
        assertEquals(List.of(new Inbound.Status(SID, Delivery.SENT, NOON, null)), status("sent"));
    }
}
