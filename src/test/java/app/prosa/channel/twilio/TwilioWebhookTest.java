package app.prosa.channel.twilio;

import static app.prosa.channel.twilio.TwilioRig.ANA;
import static app.prosa.channel.twilio.TwilioRig.BIA;
import static app.prosa.channel.twilio.TwilioRig.NOON;
import static app.prosa.channel.twilio.TwilioRig.heard;
import static app.prosa.channel.twilio.WebhookForm.EARLIER;
import static app.prosa.channel.twilio.WebhookForm.SID;
import static app.prosa.channel.twilio.WebhookForm.WEBHOOK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.prosa.channel.Chat;
import app.prosa.channel.Inbound;
import app.prosa.channel.Sender;
import app.prosa.channel.signature.FormBody;
import app.prosa.channel.twilio.TwilioNews.Strange.What;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioWebhookTest {
    private final WebhookForm form = new WebhookForm();

    @Test
    void a_text_is_a_message_to_us_at_the_time_of_its_coming() {
        assertEquals(
                new Inbound.Message(
                        SID,
                        new Chat(ANA, false, ""),
                        new Sender(ANA, "Ana Souza", "+5511987654321"),
                        "Oi",
                        List.of(),
                        null,
                        NOON,
                        true),
                form.message());
    }

    /** As one came in the year 2026, with the names changed. */
    @Test
    void a_request_of_twilios_is_understood_with_all_that_it_has() {
        String body =
                "OriginalRepliedMessageSender=whatsapp%3A%2B14155238886"
                        + "&ExternalUserId=whatsapp%3AID.4566546130240823"
                        + "&SmsMessageSid=SM8824d91645395b17594d92659b878468"
                        + "&FrequentlyForwarded=false&NumMedia=0&ProfileName=teknisee"
                        + "&MessageType=interactive&SmsSid=SM8824d91645395b17594d92659b878468"
                        + "&WaId=6285176810035&SmsStatus=received&Body=Konfirmasi&Forwarded=false"
                        + "&ButtonText=Konfirmasi&To=whatsapp%3A%2B14155238886"
                        + "&ButtonPayload=%7BverifyEmail%3Aasd%40asd.com%7D&NumSegments=1"
                        + "&ReferralNumMedia=0&MessageSid=SM8824d91645395b17594d92659b878468"
                        + "&AccountSid="
                        + FakeTwilio.SID
                        + "&OriginalRepliedMessageSid=MM5cc44eecf7dab0d48d4529d0fa4af44d"
                        + "&ChannelMetadata=%7B%22type%22%3A%22whatsapp%22%7D"
                        + "&From=whatsapp%3A%2B6285176810035&ApiVersion=2010-04-01";
        FormBody parsed = FormBody.parse(body.getBytes(StandardCharsets.US_ASCII)).orElseThrow();
        String person = "whatsapp:+6285176810035";
        assertEquals(
                List.of(
                        new Inbound.Pressed(
                                "SM8824d91645395b17594d92659b878468",
                                new Chat(person, false, ""),
                                new Sender(person, "teknisee", "+6285176810035"),
                                "{verifyEmail:asd@asd.com}",
                                "MM5cc44eecf7dab0d48d4529d0fa4af44d")),
                heard(WEBHOOK.message(parsed)));
    }

    @Test
    void who_hides_the_number_is_known_by_another_name() {
        Inbound.Message message =
                form.with("From", BIA).with("ExternalUserId", BIA).without("WaId").message();
        assertEquals(new Sender(BIA, "Ana Souza", ""), message.sender());
        assertEquals(new Chat(BIA, false, ""), message.chat());
    }

    @Test
    void a_number_that_is_known_beside_the_other_name_is_shown() {
        assertEquals("+5511987654321", form.with("From", BIA).message().sender().handle());
        assertEquals("", form.with("WaId", "not a number").message().sender().handle());
    }

    @Test
    void a_name_is_one_line() {
        assertEquals(
                "Ana Souza",
                form.with("ProfileName", " Ana\n\u0007 \tSouza ").message().sender().name());
        assertEquals("", form.without("ProfileName").message().sender().name());
    }

    @Test
    void an_answer_names_what_it_answers() {
        assertEquals(EARLIER, form.with("OriginalRepliedMessageSid", EARLIER).message().replyTo());
        assertNull(form.with("OriginalRepliedMessageSid", "wamid.x").message().replyTo());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    /start | start | ''
                    /Start agora | start | agora
                    ' /human  por favor ' | human | por favor
                    /ajuda_2 | ajuda_2 | ''
                    """)
    void a_word_after_a_slash_is_a_command(String text, String name, String argument) {
        Inbound.Command command =
                assertInstanceOf(Inbound.Command.class, form.with("Body", text).all().getFirst());
        assertEquals(name, command.name());
        assertEquals(argument, command.argument());
        assertEquals(text, command.message().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/ x", "//x", "/home/ana", "/não", "a /start", "1/2"})
    void not_everything_with_a_slash_is_a_command(String text) {
        assertEquals(text, form.with("Body", text).message().text());
    }

    @Test
    void a_command_may_have_lines() {
        Inbound.Command command =
                assertInstanceOf(
                        Inbound.Command.class, form.with("Body", "/note a\nb").all().getFirst());
        assertEquals("a\nb", command.argument());
    }

    @Test
    void a_pressed_button_says_what_was_put_into_it_or_else_written_on_it() {
        form.with("OriginalRepliedMessageSid", EARLIER)
                .with("ButtonText", "Sim")
                .with("Body", "Sim");
        assertEquals("Sim", form.pressed().data());
        assertEquals("yes-1", form.with("ButtonPayload", "yes-1").pressed().data());
        assertEquals(EARLIER, form.pressed().on());
        assertEquals(SID, form.pressed().externalId());
    }

    @Test
    void a_chosen_row_of_a_list_is_a_pressed_button() {
        form.with("OriginalRepliedMessageSid", EARLIER)
                .with("ListTitle", "Pão")
                .with("Body", "Pão");
        assertEquals("Pão", form.pressed().data());
        assertEquals("bread", form.with("ListId", "bread").pressed().data());
    }

    @Test
    void a_button_of_we_do_not_know_what_is_what_it_says() {
        form.with("ButtonText", "Sim").with("ButtonPayload", "yes-1").with("Body", "");
        assertEquals("Sim", form.message().text());
        assertEquals("Pão", form.without("ButtonText").with("ListTitle", "Pão").message().text());
    }

    @Test
    void a_heart_at_a_message_says_nothing() {
        assertEquals(List.of(), form.with("MessageType", "reaction").with("Body", "❤").all());
    }

    @Test
    void what_an_advertisement_said_is_not_what_the_person_says() {
        form.with("ReferralBody", "Compre!").with("ReferralSourceUrl", "https://fb.me/x");
        form.with("ReferralMediaUrl", "https://fb.me/y").with("ReferralNumMedia", "1");
        assertEquals("Oi", form.message().text());
        assertEquals(List.of(), form.message().media());
    }

    @Test
    void whoever_told_twilio_to_stop_can_no_longer_be_written_to() {
        List<Inbound> stop = form.with("Body", "Parar").with("OptOutType", "STOP").all();
        assertInstanceOf(Inbound.Message.class, stop.getFirst());
        assertEquals(new Inbound.Blocked(new Chat(ANA, false, ""), NOON), stop.getLast());
        List<Inbound> start = form.with("Body", "Voltar").with("OptOutType", "START").all();
        assertEquals(new Inbound.Unblocked(new Chat(ANA, false, ""), NOON), start.getFirst());
        assertInstanceOf(Inbound.Message.class, start.getLast());
        assertEquals(1, form.with("OptOutType", "HELP").all().size());
    }

    @Test
    void what_is_for_somebody_else_is_told_apart() {
        assertNull(form.strange());
        assertEquals(What.OTHER_SENDER, form.with("To", "whatsapp:+14155230000").strange());
        assertEquals(What.OTHER_SENDER, form.without("To").strange());
        assertEquals(What.NO_WHATSAPP, form.with("From", "+5511987654321").strange());
        assertEquals(What.NO_WHATSAPP, form.without("From").strange());
        assertEquals(What.OTHER_ACCOUNT, form.with("AccountSid", "AC" + "0".repeat(32)).strange());
        assertEquals(What.NO_MESSAGE, form.with("MessageSid", "CA" + "0".repeat(32)).strange());
        assertEquals(What.NO_MESSAGE, form.without("MessageSid").strange());
    }

    @Test
    void a_service_takes_what_comes_to_any_of_its_numbers() {
        TwilioWebhook ofService = new TwilioWebhook(TwilioRig.ofService(), () -> NOON);
        form.with("To", "whatsapp:+14155230000");
        assertEquals(1, heard(ofService.message(form.body())).size());
        form.with("MessagingServiceSid", FakeTwilio.SERVICE);
        assertEquals(1, heard(ofService.message(form.body())).size());
        form.with("MessagingServiceSid", "MG" + "0".repeat(32));
        assertEquals(new TwilioNews.Strange(What.OTHER_SENDER), ofService.message(form.body()));
    }

    @Test
    void the_older_name_of_the_sid_will_do() {
        assertEquals(SID, form.without("MessageSid").with("SmsSid", SID).message().externalId());
    }

    @Test
    void nothing_at_all_is_strange() {
        FormBody nothing = FormBody.parse(new byte[0]).orElseThrow();
        assertEquals(new TwilioNews.Strange(What.NO_MESSAGE), WEBHOOK.message(nothing));
        assertEquals(new TwilioNews.Strange(What.NO_MESSAGE), WEBHOOK.status(nothing));
    }
}
