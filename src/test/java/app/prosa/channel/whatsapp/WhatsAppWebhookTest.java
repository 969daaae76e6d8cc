package app.prosa.channel.whatsapp;

import static app.prosa.channel.whatsapp.WhatsAppRig.ANA;
import static app.prosa.channel.whatsapp.WhatsAppRig.BIA;
import static app.prosa.channel.whatsapp.WhatsAppRig.message;
import static app.prosa.channel.whatsapp.WhatsAppRig.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.prosa.channel.Chat;
import app.prosa.channel.Inbound;
import app.prosa.channel.Media;
import app.prosa.channel.Sender;
import app.prosa.channel.meta.FakeWhatsApp;
import app.prosa.channel.meta.FakeWhatsAppValues;
import app.prosa.channel.meta.WebhookEvents;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppWebhookTest {
    private static final Instant NOON = Instant.ofEpochSecond(1_800_000_000);
    private static final Chat CHAT = new Chat(ANA, false, "");
    private static final Sender SENDER = new Sender(ANA, "Ana Souza", ANA);

    private static Inbound.Message written(String content) {
        return assertInstanceOf(Inbound.Message.class, message(content).getFirst());
    }

    private static Inbound.Message text(String text) {
        return new Inbound.Message("wamid.1", CHAT, SENDER, text, List.of(), null, NOON, true);
    }

    @Test
    void a_message_says_who_wrote_what_where_and_when() {
        assertEquals(
                List.of(text("Olá! 😀")),
                message("\"type\":\"text\",\"text\":{\"body\":\"Olá! 😀\"}"));
    }

    @Test
    void a_reply_names_the_message_that_it_answers() {
        String reply =
                "\"type\":\"text\",\"text\":{\"body\":\"Sim\"},\"context\":{\"from\":\"15550783881\",\"id\":\"wamid.0\"}";
        assertEquals("wamid.0", written(reply).replyTo());
        String forwarded =
                "\"type\":\"text\",\"text\":{\"body\":\"Veja\"},\"context\":{\"forwarded\":true}";
        assertEquals(null, written(forwarded).replyTo());
    }

    @Test
    void a_person_is_known_by_the_id_that_stays_when_the_number_is_hidden() {
        String both =
                """
                {"contacts":[{"profile":{"name":"Bia","username":"bia.lima"},
                "wa_id":"5511955550101","user_id":"BR.1349120865530274"}],
                "messages":[{"from":"5511955550101","from_user_id":"BR.1349120865530274",
                "id":"wamid.1","timestamp":"1800000000","type":"text","text":{"body":"Oi"}}]}
                """;
        String hidden =
                """
                {"contacts":[{"profile":{"name":"Bia","username":"bia.lima"},"wa_id":"",
                "user_id":"BR.1349120865530274"}],"messages":[{"from_user_id":"BR.1349120865530274",
                "id":"wamid.1","timestamp":"1800000000","type":"text","text":{"body":"Oi"}}]}
                """;
        assertEquals(new Sender(BIA, "Bia", "5511955550101"), sender(both));
        assertEquals(new Sender(BIA, "Bia", "bia.lima"), sender(hidden));
        String found = both.replace("\"from\":\"5511955550101\",", "");
        assertEquals(new Sender(BIA, "Bia", "5511955550101"), sender(found));
        String unnamed = both.replace("\"from_user_id\":\"BR.1349120865530274\",", "");
        assertEquals(new Sender(BIA, "Bia", "5511955550101"), sender(unnamed));
    }

    private static Sender sender(String value) {
        Inbound.Message message =
                assertInstanceOf(
                        Inbound.Message.class, read("messages", value).inbound().getFirst());
        assertEquals(message.sender().id(), message.chat().id());
        return message.sender();
    }

    @Test
    void names_go_with_whom_they_belong_to_and_are_one_line() {
        String two =
                """
                {"contacts":[{"profile":{"name":"Bia"},"wa_id":"2222222"},
                {"profile":{"name":" Ana\\n Souza\\u0000"},"wa_id":"1111111"}],
                "messages":[{"from":"1111111","id":"wamid.1","timestamp":"1800000000","type":"text",
                "text":{"body":"1"}},{"from":"2222222","id":"wamid.2","timestamp":"1800000000",
                "type":"text","text":{"body":"2"}},{"from":"3333333","id":"wamid.3",
                "timestamp":"1800000000","type":"text","text":{"body":"3"}}]}
                """;
        List<String> names =
                read("messages", two).inbound().stream()
                        .map(Inbound.Message.class::cast)
                        .map(message -> message.sender().name())
                        .toList();
        assertEquals(List.of("Ana Souza", "Bia", ""), names);
    }

    @Test
    void a_number_that_is_written_in_two_ways_keeps_its_name_and_takes_no_other_id() {
        String value =
                """
                {"contacts":[{"profile":{"name":"Bia"},"wa_id":"551155550101","user_id":"BR.1"}],
                "messages":[{"from":"+5511955550101","id":"wamid.1","timestamp":"1800000000",
                "type":"text","text":{"body":"Oi"}}]}
                """;
        assertEquals(new Sender("5511955550101", "Bia", "5511955550101"), sender(value));
    }

    @Test
    void every_change_of_every_entry_is_read() {
        ObjectNode first = entry(FakeWhatsApp.PHONE_NUMBER_ID, "1");
        ObjectNode second = entry(FakeWhatsApp.PHONE_NUMBER_ID, "2");
        second.withArray("changes")
                .addAll(List.copyOf(changes(entry(FakeWhatsApp.PHONE_NUMBER_ID, "3"))));
        WebhookEvents events = read(first, second);
        assertEquals(List.of("1", "2", "3"), texts(events));
        assertEquals(0, events.foreign() + events.ignored());
    }

    private static List<com.fasterxml.jackson.databind.JsonNode> changes(ObjectNode entry) {
        return entry.path("changes").valueStream().toList();
    }

    private static ObjectNode entry(String number, String text) {
        ObjectNode value = FakeWhatsAppValues.value(number);
        ObjectNode message = value.putArray("messages").addObject().put("from", ANA);
        message.put("id", "wamid." + text).put("timestamp", "1800000000").put("type", "text");
        message.putObject("text").put("body", text);
        return FakeWhatsAppValues.entry("messages", value);
    }

    private static List<String> texts(WebhookEvents events) {
        return events.inbound().stream()
                .map(Inbound.Message.class::cast)
                .map(Inbound.Message::text)
                .toList();
    }

    @Test
    void what_concerns_another_number_is_counted_and_not_read() {
        ObjectNode theirs = entry("999", "x");
        ((ObjectNode) changes(theirs).getFirst().path("value"))
                .putArray("statuses")
                .addObject()
                .put("id", "wamid.s");
        WebhookEvents events = read(theirs, entry(FakeWhatsApp.PHONE_NUMBER_ID, "1"));
        assertEquals(List.of("1"), texts(events));
        assertEquals(2, events.foreign());
        String echo = "{\"metadata\":{},\"message_echoes\":[{},{}]}";
        assertEquals(2, read("smb_message_echoes", echo).foreign());
    }

    @Test
    void a_body_about_something_else_says_nothing() {
        for (String body :
                List.of(
                        "",
                        "[]",
                        "{}",
                        "{\"object\":\"page\",\"entry\":[{}]}",
                        "{\"object\":\"whatsapp_business_account\"}",
                        "{\"object\":\"whatsapp_business_account\",\"entry\":{}}")) {
            assertEquals(
                    new WebhookEvents(List.of(), 0, 0),
                    WhatsAppRig.WEBHOOK.read(body.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message_template_status_update",
                "account_update",
                "history",
                "smb_app_state_sync",
                "calls",
                "standby",
                ""
            })
    void news_of_another_kind_is_passed_over_and_counted(String field) {
        assertEquals(new WebhookEvents(List.of(), 0, 1), read(field, "{\"messages\":[{}]}"));
    }

    @Test
    void a_pressed_button_says_what_stood_on_it() {
        String template =
                """
                "type":"button","button":{"payload":"YES-1","text":"Sim, quero"},
                "context":{"from":"15550783881","id":"wamid.0"}
                """;
        assertEquals(List.of(pressed("YES-1", "wamid.0", "Sim, quero")), message(template));
        String button =
                """
                "type":"interactive","interactive":{"type":"button_reply",
                "button_reply":{"id":"b1","title":"Sim"}},"context":{"id":"wamid.0"}
                """;
        assertEquals(List.of(pressed("b1", "wamid.0", "Sim")), message(button));
        String list =
                """
                "type":"interactive","interactive":{"type":"list_reply",
                "list_reply":{"id":"l1","title":"Café","description":"Preto"}}
                """;
        assertEquals(List.of(pressed("l1", "", "Café")), message(list));
        String form =
                """
                "type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow",
                "body":"Sent","response_json":"{\\"flow_token\\":\\"x\\"}"}}
                """;
        assertEquals(List.of(pressed("{\"flow_token\":\"x\"}", "", "Sent")), message(form));
    }

    private static Inbound pressed(String data, String on, String label) {
        return new Inbound.Pressed("wamid.1", CHAT, SENDER, data, on, label);
    }

    @Test
    void a_reaction_is_a_sign_on_a_message_and_can_be_taken_away() {
        String love =
                "\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.0\",\"emoji\":\"❤️\"}";
        assertEquals(
                List.of(new Inbound.Reacted(CHAT, SENDER, "wamid.0", "❤️", NOON)), message(love));
        String gone = "\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.0\"}";
        assertEquals(
                List.of(new Inbound.Reacted(CHAT, SENDER, "wamid.0", "", NOON)), message(gone));
    }

    @Test
    void a_changed_message_keeps_its_id() {
        String edit =
                """
                "type":"edit","edit":{"original_message_id":"wamid.0","message":{"type":"text",
                "text":{"body":"Às 5"},"context":{"id":"wamid.00"}}}
                """;
        assertEquals(
                List.of(
                        new Inbound.Edited(
                                new Inbound.Message(
                                        "wamid.0",
                                        CHAT,
                                        SENDER,
                                        "Às 5",
                                        List.of(),
                                        "wamid.00",
                                        NOON,
                                        true))),
                message(edit));
        String image =
                """
                "type":"edit","edit":{"original_message_id":"wamid.0","message":{"type":"image",
                "image":{"id":"7","caption":"Nova","mime_type":"image/jpeg"}}}
                """;
        Inbound.Edited edited = assertInstanceOf(Inbound.Edited.class, message(image).getFirst());
        assertEquals("Nova", edited.message().text());
        assertEquals(1, edited.message().media().size());
    }

    @Test
    void a_message_can_be_taken_back() {
        String revoke = "\"type\":\"revoke\",\"revoke\":{\"original_message_id\":\"wamid.0\"}";
        assertEquals(List.of(new Inbound.Withdrawn("wamid.0", CHAT)), message(revoke));
    }

    @Test
    void a_new_number_moves_the_chat_from_whatever_id_it_had() {
        String number =
                """
                "type":"system","system":{"type":"user_changed_number","wa_id":"5511955550999",
                "body":"User Ana changed"}
                """;
        assertEquals(List.of(new Inbound.Moved(ANA, "5511955550999")), message(number));
        String both =
                """
                "type":"system","system":{"type":"user_changed_number","wa_id":"5511955550999",
                "user_id":"BR.2","previous_user_id":"BR.1"}
                """;
        assertEquals(
                List.of(new Inbound.Moved("BR.1", "BR.2"), new Inbound.Moved(ANA, "BR.2")),
                message(both));
        String id =
                """
                {"messages":[{"id":"wamid.1","timestamp":"1800000000","type":"system","system":{
                "type":"user_changed_user_id","user_id":"BR.2","previous_user_id":"BR.1"}}]}
                """;
        assertEquals(List.of(new Inbound.Moved("BR.1", "BR.2")), read("messages", id).inbound());
    }

    @Test
    void news_of_the_system_that_moves_nobody_says_nothing() {
        for (String system :
                List.of(
                        "{\"type\":\"customer_identity_changed\",\"wa_id\":\"1\"}",
                        "{\"type\":\"user_changed_number\"}",
                        "{\"type\":\"user_changed_number\",\"wa_id\":\"" + ANA + "\"}",
                        "7")) {
            assertEquals(List.of(), message("\"type\":\"system\",\"system\":" + system));
        }
    }

    @Test
    void in_a_group_nothing_is_meant_for_us() {
        Inbound.Message message =
                written("\"type\":\"text\",\"text\":{\"body\":\"Oi\"},\"group_id\":\"G1\"");
        assertEquals(new Chat("G1", true, ""), message.chat());
        assertEquals(false, message.addressed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"poll", "video_note", "future_thing"})
    void what_we_can_do_nothing_with_is_named(String what) {
        assertEquals(List.of(new Media.Other(what)), written("\"type\":\"" + what + "\"").media());
        assertEquals(
                List.of(new Media.Other(what)),
                written(
                                "\"type\":\"unsupported\",\"errors\":[{\"code\":131051}],\"unsupported\":{\"type\":\""
                                        + what
                                        + "\"}")
                        .media());
        assertEquals(
                List.of(new Media.Other(what)),
                written("\"type\":\"interactive\",\"interactive\":{\"type\":\"" + what + "\"}")
                        .media());
    }

    @Test
    void what_says_nothing_is_passed_over_and_counted() {
        for (String content :
                List.of(
                        "\"type\":\"request_welcome\"",
                        "\"type\":\"text\"",
                        "\"type\":\"text\",\"text\":{\"body\":\"\"}",
                        "\"type\":\"text\",\"text\":{\"body\":\"Oi\"},\"id\":7",
                        "\"type\":\"text\",\"text\":{\"body\":\"Oi\"},\"timestamp\":\"x\"",
                        "\"type\":\"edit\",\"edit\":{\"original_message_id\":\"w\",\"message\":{\"type\":\"revoke\"}}",
                        "\"type\":\"edit\",\"edit\":{}",
                        "\"type\":\"revoke\"",
                        "\"type\":7",
                        "\"x\":1")) {
            assertEquals(List.of(), message(content), content);
        }
        assertEquals(
                new WebhookEvents(List.of(), 0, 3),
                read("messages", "{\"messages\":[{},{\"type\":\"text\"}],\"errors\":[{}]}"));
        assertEquals(new WebhookEvents(List.of(), 0, 0), read("messages", "{}"));
        ObjectNode entry = entry(FakeWhatsApp.PHONE_NUMBER_ID, "1");
        ((ObjectNode) changes(entry).getFirst()).put("value", "none");
        assertEquals(new WebhookEvents(List.of(), 0, 1), read(entry));
    }
}
