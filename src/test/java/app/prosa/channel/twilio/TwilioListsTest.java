package app.prosa.channel.twilio;

import static app.prosa.channel.twilio.TwilioRig.ANA;
import static app.prosa.channel.twilio.TwilioRig.BIA;
import static app.prosa.channel.twilio.TwilioRig.NOON;
import static app.prosa.channel.twilio.TwilioRig.given;
import static app.prosa.channel.twilio.TwilioRig.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Chat;
import app.prosa.channel.Inbound;
import app.prosa.channel.Media;
import app.prosa.channel.Refusal.FixMe;
import app.prosa.channel.Refusal.Retry;
import app.prosa.channel.SendResult;
import app.prosa.channel.Sender;
import app.prosa.testing.http.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was missed, and what may have arrived. */
class TwilioListsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TwilioRig rig = new TwilioRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private List<String> received(Instant since) throws InterruptedException {
        return bodies(given(rig.api.received(since)));
    }

    private static List<String> bodies(TwilioListing listing) {
        return listing.messages().stream().map(TwilioMessage::body).toList();
    }

    @Test
    void what_people_wrote_since_then_is_there_with_the_oldest_first() throws Exception {
        for (String text : List.of("1", "2", "3")) {
            rig.server.says(ANA, text);
            rig.after(SECOND);
        }
        assertEquals(List.of("1", "2", "3"), received(NOON));
        assertEquals(List.of("2", "3"), received(NOON.plusSeconds(1)));
        assertEquals(List.of("2", "3"), received(NOON.plusMillis(1_999)));
        assertEquals(List.of(), received(NOON.plusSeconds(3)));
        assertEquals(List.of("1", "2", "3"), received(NOON.minus(Duration.ofDays(3))));
    }

    @Test
    void messages_of_one_second_keep_their_order() throws Exception {
        for (String text : List.of("b", "a", "c")) {
            rig.server.says(ANA, text);
        }
        assertEquals(List.of("b", "a", "c"), received(NOON));
    }

    @Test
    void what_others_heard_or_wrote_is_not_there() throws Exception {
        rig.server.says(ANA, "Oi");
        rig.server.says("+5511987654321", "an SMS");
        rig.server.saysTo("whatsapp:+14155230000", ANA, "for another shop");
        rig.sid("Olá");
        assertEquals(List.of("Oi"), received(NOON));
    }

    @Test
    void a_service_hears_what_came_to_its_numbers() throws Exception {
        rig.server.says(ANA, "Oi");
        rig.server.saysTo("whatsapp:+14155230000", ANA, "for another shop");
        try (TwilioApi api = rig.apiOf(TwilioRig.ofService())) {
            assertEquals(List.of("Oi"), bodies(given(api.received(NOON))));
            api.send(new TwilioText(ANA, "Olá", null));
            assertEquals(List.of("Olá"), bodies(given(api.sent(ANA, NOON))));
        }
    }

    @Test
    void many_messages_come_in_pages_and_each_once() throws Exception {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 401; i++) {
            rig.server.says(ANA, "" + i);
            all.add("" + i);
        }
        TwilioListing listing = given(rig.api.received(NOON));
        assertEquals(all, bodies(listing));
        assertTrue(listing.whole());
        assertEquals(3, rig.server.calls("list").size());
    }

    @Test
    void no_page_is_asked_for_that_is_too_old() throws Exception {
        for (int i = 0; i < 401; i++) {
            rig.server.says(ANA, "old");
        }
        rig.after(SECOND);
        rig.server.says(ANA, "new");
        assertEquals(List.of("new"), received(NOON.plusSeconds(1)));
        assertEquals(2, rig.server.calls("list").size());
    }

    @Test
    void there_is_an_end_to_the_pages_and_it_is_said() throws Exception {
        int most = 200 * MessagePages.MOST_PAGES;
        for (int i = 0; i <= most; i++) {
            rig.server.says(ANA, "" + i);
        }
        TwilioListing listing = given(rig.api.received(NOON));
        assertFalse(listing.whole());
        assertEquals(most, listing.messages().size());
        assertEquals("1", listing.messages().getFirst().body());
        assertEquals("" + most, listing.messages().getLast().body());
    }

    @Test
    void a_page_that_fails_fails_the_list() throws Exception {
        String next = FakeTwilio.PATH + "/Messages.json?Page=1&PageToken=PA1";
        rig.server.fail("list", page(next), FakeTwilio.slowDown(7));
        Retry retry = assertInstanceOf(Retry.class, refusal(rig.api.received(NOON)));
        assertEquals(Duration.ofSeconds(7), retry.after());
    }

    /** With one message, and another page after it. */
    private static Trouble page(String next) {
        String message =
                "{\"sid\":\"SM%s\",\"date_created\":\"Mon, 04 May 2026 12:00:00 +0000\"}"
                        .formatted("0".repeat(32));
        String page = "{\"messages\":[" + message + "],\"next_page_uri\":\"" + next + "\"}";
        return Trouble.raw(200, "", page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/2010-04-01/Accounts/x/Messages.json?Page=1",
                "//evil.example/x",
                "@evil.example/x",
                ".evil.example/x",
                "/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages.json?Page=1",
                "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Messages.json?Page=1 HTTP",
                "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Messages.json?a#b",
                "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls.json?Page=1"
            })
    void a_next_page_that_lies_elsewhere_is_not_asked_for(String next) throws Exception {
        rig.server.fail("list", page(next));
        FixMe refusal = assertInstanceOf(FixMe.class, refusal(rig.api.received(NOON)));
        assertEquals(FixMe.Fault.ADDRESS, refusal.fault());
        assertEquals(1, rig.server.calls().size());
    }

    @Test
    void junk_between_messages_is_passed_over() throws Exception {
        String good =
                "{\"sid\":\"SM%s\",\"date_sent\":\"Mon, 04 May 2026 12:00:00 +0000\",\"body\":\"Oi\""
                        + ",\"direction\":\"inbound\",\"from\":\"%s\",\"to\":\"%s\"}";
        String junk =
                "{\"messages\":[7,null,{},{\"sid\":\"x\"},{\"sid\":\"SM%s\",\"date_sent\":\"today\"},"
                        + good
                        + "]}";
        String body = junk.formatted("1".repeat(32), "0".repeat(32), ANA, FakeTwilio.NUMBER);
        rig.server.fail("list", Trouble.raw(200, "", body));
        assertEquals(List.of("Oi"), received(NOON));
        rig.server.fail("list", Trouble.raw(200, "", "{\"messages\":{}}"));
        assertInstanceOf(FixMe.class, refusal(rig.api.received(NOON)));
    }

    @Test
    void whether_a_message_arrived_whose_answer_did_not_can_be_found_out() throws Exception {
        rig.server.fail("send", Trouble.Moment.BREAK_BEFORE, Trouble.Moment.BREAK_AFTER);
        assertInstanceOf(SendResult.Unknown.class, rig.send("1"));
        assertInstanceOf(SendResult.Unknown.class, rig.send("2"));
        TwilioListing waiting = given(rig.api.sent(ANA, NOON));
        assertEquals(List.of("2"), bodies(waiting));
        assertEquals("queued", waiting.messages().getFirst().status());
        rig.server.settle();
        assertEquals(List.of("2"), bodies(given(rig.api.sent(ANA, NOON))));
        assertEquals(List.of(), bodies(given(rig.api.sent(ANA, NOON.plusSeconds(1)))));
        assertEquals(List.of(), bodies(given(rig.api.sent(BIA, NOON))));
    }

    @Test
    void what_somebody_wrote_is_not_what_we_wrote_to_them() throws Exception {
        rig.server.says(ANA, "Oi");
        rig.sid("Olá");
        assertEquals(List.of("Olá"), bodies(given(rig.api.sent(ANA, NOON))));
    }

    @Test
    void a_message_that_waits_is_found_behind_all_that_went_out_before() throws Exception {
        for (int i = 0; i < 300; i++) {
            rig.sid("old");
        }
        rig.server.settle();
        rig.after(SECOND);
        rig.sid("waits");
        assertEquals(List.of("waits"), bodies(given(rig.api.sent(ANA, NOON.plusSeconds(1)))));
    }

    @Test
    void only_what_is_said_to_go_out_went_out() throws Exception {
        String list =
                Stream.of("inbound", "outbound-api", "outbound-reply", "sideways")
                        .map(TwilioListsTest::toAna)
                        .collect(Collectors.joining(","));
        rig.server.fail("list", Trouble.raw(200, "", "{\"messages\":[" + list + "]}"));
        assertEquals(
                List.of("outbound-reply", "outbound-api"), bodies(given(rig.api.sent(ANA, NOON))));
    }

    private static String toAna(String direction) {
        return new FakeStored(
                        "SM%032x".formatted(direction.length()),
                        direction,
                        FakeTwilio.NUMBER,
                        ANA,
                        null,
                        direction,
                        0,
                        "sent",
                        NOON,
                        NOON,
                        null)
                .json()
                .toString();
    }

    private Inbound only() throws InterruptedException {
        return given(rig.api.inbound(given(rig.api.received(NOON)).messages().getFirst()));
    }

    @Test
    void what_was_missed_is_made_what_a_webhook_would_have_told() throws Exception {
        String sid = rig.server.says(ANA, "Oi");
        assertEquals(
                new Inbound.Message(
                        sid,
                        new Chat(ANA, false, ""),
                        new Sender(ANA, "", "+5511987654321"),
                        "Oi",
                        List.of(),
                        null,
                        NOON,
                        true),
                only());
    }

    @Test
    void a_missed_command_is_a_command() throws Exception {
        rig.server.says(ANA, "/Human  por favor");
        Inbound.Command command = assertInstanceOf(Inbound.Command.class, only());
        assertEquals("human", command.name());
        assertEquals("por favor", command.argument());
    }

    @Test
    void a_missed_file_is_found_by_the_same_reference() throws Exception {
        byte[] content = {1, 2, 3};
        String sid = rig.server.sends(ANA, "Que flor é esta?", "image/jpeg", content);
        Inbound.Message missed = assertInstanceOf(Inbound.Message.class, only());
        TwilioWebhook webhook = new TwilioWebhook(FakeTwilio.account(), rig.now::get);
        Inbound.Message told =
                assertInstanceOf(
                        Inbound.Message.class,
                        TwilioRig.heard(webhook.message(TwilioRig.form(rig.server.form(sid))))
                                .getFirst());
        assertEquals(told.media(), missed.media());
        assertEquals(told.text(), missed.text());
    }

    @Test
    void of_a_missed_place_nothing_is_left_but_that_it_was_sent() throws Exception {
        rig.server.says(ANA, "");
        assertEquals(
                List.of(new Media.Other("")),
                assertInstanceOf(Inbound.Message.class, only()).media());
    }

    @Test
    void files_that_cannot_be_listed_may_be_asked_for_again() throws Exception {
        rig.server.sends(ANA, "", "image/jpeg", new byte[] {1});
        TwilioMessage message = given(rig.api.received(NOON)).messages().getFirst();
        rig.server.fail("media-list", FakeTwilio.error(500, 20500, "Internal Server Error"));
        assertInstanceOf(Retry.class, refusal(rig.api.inbound(message)));
    }

    @Test
    void nobody_takes_a_message_of_ours_for_one_to_us() throws Exception {
        TwilioMessage ours = given(rig.api.message(rig.sid("Olá")));
        assertThrows(IllegalArgumentException.class, () -> rig.api.inbound(ours));
    }
}
