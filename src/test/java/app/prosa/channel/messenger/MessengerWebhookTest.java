package app.prosa.channel.messenger;

import static app.prosa.channel.messenger.MessengerRig.ANA;
import static app.prosa.channel.messenger.MessengerRig.event;
import static app.prosa.channel.messenger.MessengerRig.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.prosa.channel.Chat;
import app.prosa.channel.Inbound;
import app.prosa.channel.Inbound.Echo.By;
import app.prosa.channel.Inbound.Status;
import app.prosa.channel.Inbound.Status.Delivery;
import app.prosa.channel.Media;
import app.prosa.channel.Media.Kind;
import app.prosa.channel.Sender;
import app.prosa.channel.meta.WebhookEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessengerWebhookTest {
    private static final Instant AT = Instant.ofEpochMilli(1_800_000_000_123L);
    private static final Chat CHAT = new Chat(ANA, false, "");
    private static final Sender SENDER = new Sender(ANA, "", "");

    private static Inbound.Message written(String message) {
        return assertInstanceOf(Inbound.Message.class, event("\"message\":" + message).getFirst());
    }

    @Test
    void a_message_says_who_wrote_what_where_and_when() {
        assertEquals(
                new Inbound.Message("m_1", CHAT, SENDER, "Olá! 😀", List.of(), "m_0", AT, true),
                written("{\"mid\":\"m_1\",\"text\":\"Olá! 😀\",\"reply_to\":{\"mid\":\"m_0\"}}"));
        String quick = "{\"mid\":\"m_1\",\"text\":\"Sim\",\"quick_reply\":{\"payload\":\"YES\"}}";
        assertEquals("Sim", written(quick).text());
        assertEquals(null, written(quick).replyTo());
    }

    @Test
    void every_event_of_every_entry_is_read() {
        String body =
                """
                {"object":"page","entry":[
                {"id":"1065900001","time":1,"messaging":[%s,%s]},
                {"id":"1065900001","time":1,"messaging":[%s]}]}
                """
                        .formatted(plain("1"), plain("2"), plain("3"));
        List<String> texts =
                read(body).inbound().stream()
                        .map(Inbound.Message.class::cast)
                        .map(Inbound.Message::text)
                        .toList();
        assertEquals(List.of("1", "2", "3"), texts);
    }

    private static String plain(String text) {
        return """
        {"sender":{"id":"24680"},"recipient":{"id":"1065900001"},"timestamp":1800000000123,
        "message":{"mid":"m_%s","text":"%s"}}
        """
                .formatted(text, text);
    }

    @Test
    void what_concerns_another_page_is_counted_and_not_read() {
        String body =
                """
                {"object":"page","entry":[
                {"id":"999","time":1,"messaging":[%s,%s],"standby":[%s],"changes":[{}]},
                {"id":1065900001,"time":1,"messaging":[%s]},
                {"time":1,"messaging":[%s]}]}
                """
                        .formatted(plain("1"), plain("2"), plain("3"), plain("4"), plain("5"));
        WebhookEvents events = read(body);
        assertEquals(1, events.inbound().size());
        assertEquals(5, events.foreign());
        assertEquals(0, events.ignored());
    }

    @Test
    void a_body_about_something_else_says_nothing() {
        for (String body :
                List.of(
                        "",
                        "[]",
                        "{\"object\":\"instagram\",\"entry\":[{\"id\":\"1065900001\",\"messaging\":[{}]}]}",
                        "{\"object\":\"page\",\"entry\":7}")) {
            assertEquals(new WebhookEvents(List.of(), 0, 0), read(body));
        }
    }

    @Test
    void a_conversation_that_another_app_has_is_not_read() {
        String body =
                "{\"object\":\"page\",\"entry\":[{\"id\":\"1065900001\",\"time\":1,\"standby\":[%s]}]}"
                        .formatted(plain("1"));
        assertEquals(new WebhookEvents(List.of(), 0, 1), read(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"referral\":{\"ref\":\"promo\",\"source\":\"SHORTLINK\"}",
                "\"pass_thread_control\":{\"new_owner_app_id\":\"1\"}",
                "\"take_thread_control\":{\"previous_owner_app_id\":\"1\"}",
                "\"request_thread_control\":{\"requested_owner_app_id\":1}",
                "\"app_roles\":{\"1\":[\"primary_receiver\"]}",
                "\"optin\":{\"type\":\"notification_messages\"}",
                "\"account_linking\":{\"status\":\"linked\"}",
                "\"policy_enforcement\":{\"action\":\"block\"}",
                "\"hologram\":{}",
                "\"message\":{}",
                "\"message\":{\"text\":\"without an id\"}",
                "\"message\":{\"mid\":\"m_1\"}",
                "\"message\":{\"mid\":\"m_1\",\"text\":\"Oi\"},\"sender\":{\"id\":\"\"}",
                "\"message\":{\"mid\":\"m_1\",\"text\":\"Oi\"},\"sender\":{\"id\":\"1065900001\"}",
                "\"message_edit\":{\"mid\":\"m_1\",\"num_edit\":0}",
                "\"postback\":{\"mid\":\"m_1\"}",
                "\"reaction\":{\"mid\":\"m_1\",\"action\":\"react\"}",
                "\"read\":{}",
                "\"delivery\":{\"mids\":[7,\"\"]}"
            })
    void what_says_nothing_is_passed_over_and_counted(String what) {
        String event =
                "{\"sender\":{\"id\":\"24680\"},\"recipient\":{\"id\":\"1065900001\"},\"timestamp\":1,"
                        + what
                        + "}";
        String body =
                "{\"object\":\"page\",\"entry\":[{\"id\":\"1065900001\",\"time\":1,\"messaging\":["
                        + event
                        + "]}]}";
        assertEquals(new WebhookEvents(List.of(), 0, 1), read(body));
    }

    @Test
    void a_pressed_button_says_what_stood_on_it() {
        assertEquals(
                List.of(new Inbound.Pressed("m_1", CHAT, SENDER, "GET_STARTED", "", "Começar")),
                event(
                        "\"postback\":{\"mid\":\"m_1\",\"title\":\"Começar\",\"payload\":\"GET_STARTED\"}"));
        String old = "\"postback\":{\"payload\":\"GET_STARTED\"}";
        assertEquals(
                List.of(
                        new Inbound.Pressed(
                                "postback:24680:1800000000123",
                                CHAT,
                                SENDER,
                                "GET_STARTED",
                                "",
                                "")),
                event(old));
        assertEquals(event(old), event(old));
    }

    @Test
    void a_changed_message_keeps_its_id() {
        assertEquals(
                List.of(
                        new Inbound.Edited(
                                new Inbound.Message(
                                        "m_1", CHAT, SENDER, "Às 5", List.of(), null, AT, true))),
                event("\"message_edit\":{\"mid\":\"m_1\",\"text\":\"Às 5\",\"num_edit\":\"2\"}"));
    }

    @Test
    void a_reaction_is_a_sign_on_a_message_and_can_be_taken_away() {
        assertEquals(
                List.of(new Inbound.Reacted(CHAT, SENDER, "m_1", "❤️", AT)),
                event(
                        """
                        "reaction":{"mid":"m_1","action":"react","reaction":"love","emoji":"❤️"}
                        """));
        assertEquals(
                List.of(new Inbound.Reacted(CHAT, SENDER, "m_1", "", AT)),
                event("\"reaction\":{\"mid\":\"m_1\",\"action\":\"unreact\",\"emoji\":\"❤️\"}"));
    }

    @Test
    void what_arrived_is_told_by_ids_and_by_a_time() {
        Instant upTo = Instant.ofEpochMilli(1_799_999_999_000L);
        assertEquals(
                List.of(
                        new Status("m_1", Delivery.DELIVERED, upTo, null),
                        new Status("m_2", Delivery.DELIVERED, upTo, null),
                        new Inbound.StatusUpTo(CHAT, Delivery.DELIVERED, upTo)),
                event("\"delivery\":{\"mids\":[\"m_1\",\"m_2\"],\"watermark\":1799999999000}"));
        assertEquals(
                List.of(new Inbound.StatusUpTo(CHAT, Delivery.DELIVERED, upTo)),
                event("\"delivery\":{\"watermark\":1799999999000}"));
        assertEquals(
                List.of(new Status("m_1", Delivery.DELIVERED, AT, null)),
                event("\"delivery\":{\"mids\":[\"m_1\"]}"));
    }

    @Test
    void what_was_read_is_told_by_a_time() {
        assertEquals(
                List.of(
                        new Inbound.StatusUpTo(
                                CHAT, Delivery.READ, Instant.ofEpochMilli(1_799_999_999_000L))),
                event("\"read\":{\"watermark\":1799999999000}"));
    }

    @Test
    void an_event_without_a_time_has_that_of_its_entry() {
        String body =
                """
                {"object":"page","entry":[{"id":"1065900001","time":1800000000500,"messaging":[{
                "sender":{"id":"24680"},"recipient":{"id":"1065900001"},
                "delivery":{"mids":["m_1"]}}]}]}
                """;
        assertEquals(
                List.of(
                        new Status(
                                "m_1",
                                Delivery.DELIVERED,
                                Instant.ofEpochMilli(1_800_000_000_500L),
                                null)),
                read(body).inbound());
    }

    private static Inbound.Echo echo(MessengerWebhook webhook, String fields) {
        String body =
                """
                {"object":"page","entry":[{"id":"1065900001","time":1,"messaging":[{
                "sender":{"id":"1065900001"},"recipient":{"id":"24680"},"timestamp":1800000000123,
                "message":{"is_echo":true,"mid":"m_9","text":"Já vou"%s}}]}]}
                """
                        .formatted(fields);
        return assertInstanceOf(
                Inbound.Echo.class,
                webhook.read(body.getBytes(StandardCharsets.UTF_8)).inbound().getFirst());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    ,"app_id":263902037430900                     | SOMEBODY_ELSE | -
                    ,"app_id":"263902037430900"                   | SOMEBODY_ELSE | -
                    ,"x":1                                        | SOMEBODY_ELSE | -
                    ,"app_id":1517776481860111                    | US            | -
                    ,"metadata":"prosa:"                          | US            | -
                    ,"metadata":"prosa:outbox-7"                  | US            | outbox-7
                    ,"metadata":"prosa:7","app_id":1517776481860111 | US          | 7
                    ,"metadata":"other:7"                         | SOMEBODY_ELSE | -
                    ,"metadata":7                                 | SOMEBODY_ELSE | -
                    """)
    void an_echo_tells_whether_we_sent_it_or_somebody_else(String fields, By by, String reference) {
        assertEquals(
                new Inbound.Echo("m_9", CHAT, "Já vou", AT, by, reference),
                echo(MessengerRig.WEBHOOK, fields));
    }

    @Test
    void without_the_apps_id_the_mark_alone_tells() {
        MessengerWebhook webhook = new MessengerWebhook("1065900001", null);
        assertEquals(By.US, echo(webhook, ",\"metadata\":\"prosa:\"").by());
        assertEquals(By.SOMEBODY_ELSE, echo(webhook, ",\"app_id\":1517776481860111").by());
    }

    @Test
    void what_our_side_reads_or_how_it_reacts_says_nothing() {
        String nameless =
                """
                {"object":"page","entry":[{"id":"1065900001","time":1,"messaging":[{
                "sender":{"id":"1065900001"},"recipient":{"id":"24680"},"timestamp":1800000000123,
                "message":{"is_echo":true,"text":"x"}}]}]}
                """;
        assertEquals(new WebhookEvents(List.of(), 0, 1), read(nameless));
        String body =
                """
                {"object":"page","entry":[{"id":"1065900001","time":1,"messaging":[{
                "sender":{"id":"1065900001"},"recipient":{"id":"24680"},"timestamp":1800000000123,
                "reaction":{"mid":"m_1","action":"react","emoji":"x"}}]}]}
                """;
        assertEquals(new WebhookEvents(List.of(), 0, 1), read(body));
    }

    private static List<Media> media(String attachments) {
        return written("{\"mid\":\"m_1\",\"attachments\":[" + attachments + "]}").media();
    }

    private static String attachment(String type, String url) {
        return "{\"type\":\"%s\",\"payload\":{\"url\":\"%s\"}}".formatted(type, url);
    }

    @ParameterizedTest
    @CsvSource({"image, IMAGE", "audio, VOICE", "video, VIDEO", "sticker, STICKER"})
    void a_file_is_known_by_its_address(String type, Kind kind) {
        String url = "https://scontent.xx.fbcdn.net/v/1_n?oh=a&oe=b";
        assertEquals(
                List.of(new Media.File(kind, url, "", "", null)), media(attachment(type, url)));
    }

    @Test
    void the_name_of_a_document_is_the_end_of_its_address() {
        assertEquals(
                List.of(
                        new Media.File(
                                Kind.DOCUMENT,
                                "https://cdn.fbsbx.com/v/t59/nota%20fiscal.pdf?x=/1",
                                "nota fiscal.pdf",
                                "",
                                null),
                        new Media.File(Kind.DOCUMENT, "https://[", "", "", null)),
                media(
                        attachment("file", "https://cdn.fbsbx.com/v/t59/nota%20fiscal.pdf?x=/1")
                                + ","
                                + attachment("file", "https://[")));
    }

    @Test
    void a_thumb_is_a_sticker_and_a_place_no_file() {
        String thumb =
                "{\"type\":\"image\",\"payload\":{\"url\":\"https://x\",\"sticker_id\":369239263222822}}";
        String place =
                "{\"type\":\"location\",\"title\":\"Bar\",\"payload\":{\"coordinates\":{\"lat\":-23.5,\"long\":-46.6}}}";
        assertEquals(
                List.of(
                        new Media.File(Kind.STICKER, "https://x", "", "", null),
                        new Media.Location(-23.5, -46.6, "Bar")),
                media(thumb + "," + place));
        assertEquals(List.of(new Media.Other("location")), media("{\"type\":\"location\"}"));
    }

    @Test
    void the_preview_of_an_address_is_not_a_thing_of_its_own() {
        String fallback =
                "{\"type\":\"fallback\",\"title\":\"x\",\"payload\":{\"url\":\"https://x\"}}";
        String both = "{\"mid\":\"m_1\",\"text\":\"https://x\",\"attachments\":[" + fallback + "]}";
        assertEquals(List.of(), written(both).media());
        assertEquals(List.of(new Media.Other("fallback")), media(fallback));
    }

    @ParameterizedTest
    @ValueSource(strings = {"template", "share", "reel", "future_thing"})
    void what_we_can_do_nothing_with_is_named(String what) {
        assertEquals(
                List.of(new Media.Other(what)),
                media("{\"type\":\"" + what + "\",\"payload\":null}"));
        assertEquals(List.of(new Media.Other("image")), media("{\"type\":\"image\"}"));
        assertEquals(List.of(new Media.Other("attachment")), media("{}"));
    }
}
