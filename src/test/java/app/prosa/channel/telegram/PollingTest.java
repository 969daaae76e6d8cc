package app.prosa.channel.telegram;

import static app.prosa.channel.telegram.TelegramRig.ANA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Refusal;
import app.prosa.channel.telegram.Poll.Taken.By;
import app.prosa.testing.http.Trouble;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PollingTest {
    private static final Duration NOT_AT_ALL = Duration.ZERO;
    private static final Duration LONG = Duration.ofSeconds(30);

    private final TelegramRig rig = new TelegramRig(TelegramRig.QUICK);

    @AfterEach
    void close() {
        rig.close();
    }

    private List<Long> ids(long offset) throws InterruptedException {
        return ids(rig.api.getUpdates(offset, NOT_AT_ALL));
    }

    private static List<Long> ids(Poll poll) {
        return assertInstanceOf(Poll.Updates.class, poll).updates().stream()
                .map(TelegramUpdate::id)
                .toList();
    }

    private CompletableFuture<Poll> waiting() {
        CompletableFuture<Poll> poll = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        poll.complete(rig.api.getUpdates(0, LONG));
                    } catch (InterruptedException e) {
                        poll.completeExceptionally(e);
                    }
                });
        return poll;
    }

    @Test
    void updates_come_again_until_a_higher_offset_confirms_them() throws Exception {
        long first = rig.server.says(ANA, "1");
        long second = rig.server.says(ANA, "2");
        assertEquals(List.of(first, second), ids(0));
        assertEquals(List.of(first, second), ids(first));
        assertEquals(List.of(second), ids(second));
        assertEquals(List.of(), ids(second + 1));
        assertEquals(second + 1, rig.server.confirmed());
    }

    @Test
    void whoever_waits_gets_an_update_at_once() throws Exception {
        CompletableFuture<Poll> poll = waiting();
        rig.server.awaitCall("getUpdates");
        long id = rig.server.says(ANA, "Oi");
        assertEquals(List.of(id), ids(poll.get(10, TimeUnit.SECONDS)));
    }

    @Test
    void the_kinds_are_said_with_every_call() throws Exception {
        ids(0);
        assertEquals(
                "[\"message\",\"edited_message\",\"callback_query\",\"my_chat_member\"]",
                rig.server.awaitCall("getUpdates").parameters().get("allowed_updates").toString());
        rig.server.deliver("{\"poll\":{}}");
        assertEquals(List.of(), ids(0));
    }

    @Test
    void a_webhook_has_the_updates_for_itself() throws Exception {
        rig.api.setWebhook(URI.create("https://chat.example.com/x"), "s", 1);
        Poll.Taken taken = assertInstanceOf(Poll.Taken.class, rig.api.getUpdates(0, NOT_AT_ALL));
        assertEquals(By.WEBHOOK, taken.by());
    }

    @Test
    void of_two_pollers_the_first_is_sent_away() throws Exception {
        CompletableFuture<Poll> first = waiting();
        rig.server.awaitCall("getUpdates");
        assertEquals(List.of(), ids(0));
        assertEquals(
                By.POLLER,
                assertInstanceOf(Poll.Taken.class, first.get(10, TimeUnit.SECONDS)).by());
    }

    @ParameterizedTest
    @EnumSource(Trouble.Moment.class)
    void a_broken_poll_loses_nothing(Trouble.Moment moment) throws Exception {
        long id = rig.server.says(ANA, "Oi");
        rig.server.fail("getUpdates", moment);
        Poll.Refused refused =
                assertInstanceOf(Poll.Refused.class, rig.api.getUpdates(0, NOT_AT_ALL));
        assertInstanceOf(Refusal.Retry.class, refused.refusal());
        assertEquals(List.of(id), ids(0));
    }

    @Test
    void junk_between_updates_is_passed_over() throws Exception {
        String junk =
                "{\"ok\":true,\"result\":[7,null,{},{\"update_id\":\"x\"},{\"update_id\":5}]}";
        rig.server.fail("getUpdates", Trouble.raw(200, "", junk));
        assertEquals(List.of(5L), ids(0));
        rig.server.fail("getUpdates", Trouble.raw(200, "", "{\"ok\":true,\"result\":{}}"));
        assertInstanceOf(Poll.Refused.class, rig.api.getUpdates(0, NOT_AT_ALL));
    }

    @Test
    void a_hundred_large_updates_are_taken_at_once() throws Exception {
        for (int i = 0; i < 120; i++) {
            rig.server.says(ANA, "ç".repeat(4096));
        }
        assertEquals(100, ids(0).size());
    }

    @Test
    void an_update_is_kept_as_it_came() throws Exception {
        rig.server.says(ANA, "Oi \uD83D\uDE00");
        Poll.Updates polled =
                assertInstanceOf(Poll.Updates.class, rig.api.getUpdates(0, NOT_AT_ALL));
        TelegramUpdate update = polled.updates().getFirst();
        byte[] json = update.json().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        TelegramUpdate again = TelegramUpdate.parse(json).orElseThrow();
        assertEquals(update, again);
        assertEquals(rig.read(update), rig.read(again));
        assertTrue(rig.read(update).isPresent());
    }
}
