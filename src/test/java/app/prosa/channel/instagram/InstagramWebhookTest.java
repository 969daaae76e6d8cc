package app.prosa.channel.instagram;

import static app.prosa.channel.instagram.InstagramRig.ANA;
import static app.prosa.channel.instagram.InstagramRig.event;
import static app.prosa.channel.instagram.InstagramRig.read;
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
import org.junit.jupiter.params.provider.ValueSource;

class InstagramWebhookTest {
    private static final Instant AT = Instant.ofEpochMilli(1_800_000_000_123L);
    private static final Chat CHAT = new Chat(ANA, false, "");
    private static final Sender SENDER = new Sender(ANA, "", "");

    private static Inbound.Message written(String message) {
        return assertInstanceOf(Inbound.Message.class, event("\"message\":" + message).getFirst());
    }

    @Test
    void a_message_says_who_wrote_what_where_and_when() {
        assertEquals(
                new Inbound.Message("aWd1", CHAT, SENDER, "Olá! 😀", List.of(), "aWd0", AT, true),
                written("{\"mid\":\"aWd1\",\"text\":\"Olá! 😀\",\"reply_to\":{\"mid\":\"aWd0\"}}"));
    }

    @Test
    void an_answer_to_a_story_answers_no_message() {
        Inbound.Message message =
                written(
                        """
                        {"mid":"aWd1","text":"Que lindo!",
                        "reply_to":{"story":{"id":"17","url":"https://x"}}}
                        """);
        assertEquals(null, message.replyTo());
        assertEquals("Que lindo!", message.text());
    }

    @Test
    void media_are_known_by_their_addresses() {
        String url = "https://lookaside.fbsbx.com/ig_messaging_cdn/?asset_id=1&signature=x";
        assertEquals(
                List.of(
                        new Media.File(Kind.IMAGE, url, "", "", null),
                        new Media.File(Kind.VOICE, url, "", "", null),
                        new Media.Other("share"),
                        new Media.Other("story_mention"),
                        new Media.Other("ig_reel")),
                written(
                                """
                                {"mid":"aWd1","attachments":[{"type":"image","payload":{"url":"%1$s"}},
                                {"type":"audio","payload":{"url":"%1$s"}},
                                {"type":"share","payload":{"url":"%1$s"}},
                                {"type":"story_mention","payload":{"url":"%1$s"}},
                                {"type":"ig_reel","payload":{"reel_video_id":1,"title":"x","url":"%1$s"}}]}
                                """
                                        .formatted(url))
                        .media());
    }

    @Test
    void what_the_api_does_not_show_is_named() {
        assertEquals(
                List.of(new Media.Other("unsupported")),
                written("{\"mid\":\"aWd1\",\"is_unsupported\":true}").media());
    }

    @Test
    void a_message_can_be_taken_back() {
        assertEquals(
                List.of(new Inbound.Withdrawn("aWd1", CHAT)),
                event("\"message\":{\"mid\":\"aWd1\",\"is_deleted\":true}"));
        assertEquals(
                List.of(new Inbound.Withdrawn("aWd1", CHAT)),
                echoed(InstagramRig.WEBHOOK, ",\"is_deleted\":true"));
    }

    @Test
    void a_changed_message_keeps_its_id() {
        Inbound.Edited edited =
                assertInstanceOf(
                        Inbound.Edited.class,
                        event(
                                        "\"message_edit\":{\"mid\":\"aWd1\",\"text\":\"Às 5\",\"num_edit\":1}")
                                .getFirst());
        assertEquals("aWd1 Às 5", edited.message().externalId() + " " + edited.message().text());
    }

    @Test
    void a_pressed_question_says_what_it_was() {
        assertEquals(
                List.of(new Inbound.Pressed("aWd1", CHAT, SENDER, "HOURS", "", "Que horas abre?")),
                event(
                        """
                        "postback":{"mid":"aWd1","title":"Que horas abre?","payload":"HOURS"}
                        """));
    }

    @Test
    void a_reaction_is_a_sign_on_a_message() {
        assertEquals(
                List.of(new Inbound.Reacted(CHAT, SENDER, "aWd1", "❤", AT)),
                event(
                        """
                        "reaction":{"mid":"aWd1","action":"react","reaction":"love","emoji":"❤"}
                        """));
    }

    @Test
    void what_was_read_is_told_by_its_id() {
        assertEquals(
                List.of(new Status("aWd1", Delivery.READ, AT, null)),
                event("\"read\":{\"mid\":\"aWd1\"}"));
    }

    @Test
    void every_entry_is_read_and_those_of_other_accounts_are_counted() {
        String event =
                """
                {"sender":{"id":"13579"},"recipient":{"id":"17841400001"},"timestamp":1800000000123,
                "message":{"mid":"aWd%s","text":"%s"}}
                """;
        String body =
                """
                {"object":"instagram","entry":[{"id":"0","time":1,"messaging":[%s]},
                {"id":"17841400001","time":1,"messaging":[%s]},
                {"id":"17841400001","time":1,"messaging":[%s,%s]}]}
                """
                        .formatted(
                                event.formatted("0", "0"),
                                event.formatted("1", "1"),
                                event.formatted("2", "2"),
                                event.formatted("3", "3"));
        WebhookEvents events = read(body);
        List<String> texts =
                events.inbound().stream()
                        .map(Inbound.Message.class::cast)
                        .map(Inbound.Message::text)
                        .toList();
        assertEquals(List.of("1", "2", "3"), texts);
        assertEquals(1, events.foreign());
    }

    @Test
    void an_event_in_the_shape_of_the_dashboards_test_is_read_too() {
        String body =
                """
                {"object":"instagram","entry":[{"id":"17841400001","time":1800000000,"changes":[
                {"field":"messages","value":{"sender":{"id":"13579"},"recipient":{"id":"17841400001"},
                "timestamp":"1800000000","message":{"mid":"aWd1","text":"Oi"}}}]}]}
                """;
        Inbound.Message message =
                assertInstanceOf(Inbound.Message.class, read(body).inbound().getFirst());
        assertEquals(Instant.ofEpochSecond(1_800_000_000), message.sentAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"comments", "mentions", "live_comments", "story_insights", ""})
    void what_is_no_conversation_is_passed_over_and_counted(String field) {
        String body =
                """
                {"object":"instagram","entry":[{"id":"17841400001","time":1800000000,"changes":[
                {"field":"%s","value":{"sender":{"id":"13579"},"message":{"mid":"1","text":"Oi"}}}]}]}
                """
                        .formatted(field);
        assertEquals(new WebhookEvents(List.of(), 0, 1), read(body));
    }

    private static List<Inbound> echoed(InstagramWebhook webhook, String fields) {
        String body =
                """
                {"object":"instagram","entry":[{"id":"17841400001","time":1,"messaging":[{
                "sender":{"id":"17841400001"},"recipient":{"id":"13579"},"timestamp":1800000000123,
                "message":{"mid":"aWd1","text":"Já vou","is_echo":true%s}}]}]}
                """
                        .formatted(fields);
        return webhook.read(body.getBytes(StandardCharsets.UTF_8)).inbound();
    }

    private static By by(InstagramWebhook webhook, String fields) {
        return assertInstanceOf(Inbound.Echo.class, echoed(webhook, fields).getFirst()).by();
    }

    @Test
    void an_echo_tells_who_sent_it_where_instagram_does() {
        assertEquals(
                List.of(new Inbound.Echo("aWd1", CHAT, "Já vou", AT)),
                echoed(InstagramRig.WEBHOOK, ""));
        String ours = ",\"app_id\":1517776481860111";
        assertEquals(By.US, by(InstagramRig.WEBHOOK, ours));
        assertEquals(By.SOMEBODY_ELSE, by(InstagramRig.WEBHOOK, ",\"app_id\":\"7\""));
        assertEquals(By.UNSAID, by(new InstagramWebhook("17841400001", null), ours));
    }

    @Test
    void what_the_account_writes_to_itself_or_without_the_mark_is_no_message() {
        String self =
                """
                {"object":"instagram","entry":[{"id":"17841400001","time":1,"messaging":[{
                "sender":{"id":"17841400001"},"recipient":{"id":"%s"},"timestamp":1800000000123,
                "message":{"mid":"aWd1","text":"Nota","is_self":true}}]}]}
                """;
        assertEquals(new WebhookEvents(List.of(), 0, 1), read(self.formatted("17841400001")));
        assertInstanceOf(Inbound.Echo.class, read(self.formatted(ANA)).inbound().getFirst());
    }
}
