package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.conversation.MessageId;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Outbox.Sent;
import app.prosa.conversation.delivery.Part;
import app.prosa.conversation.delivery.Trouble;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What platforms say of what they have, in whatever order. */
class ReportTest extends ChannelContract {
    private static Optional<Delivery> is(MessageId message, DeliveryState state) {
        return Optional.of(new Delivery(message, state, null, false));
    }

    @Test
    void a_status_only_moves_forward() {
        Part part = answered("ana", "answer", NOON);
        sent(part, "p", NOON);
        assertEquals(
                is(part.message(), DeliveryState.DELIVERED),
                outbox.report(ACCOUNT, "p", DeliveryState.DELIVERED, null));
        assertEquals(Optional.empty(), outbox.report(ACCOUNT, "p", DeliveryState.DELIVERED, null));
        assertEquals(Optional.empty(), outbox.report(ACCOUNT, "p", DeliveryState.SENT, null));
        assertEquals(
                is(part.message(), DeliveryState.READ),
                outbox.report(ACCOUNT, "p", DeliveryState.READ, null));
        assertEquals(
                Optional.empty(),
                outbox.report(ACCOUNT, "p", DeliveryState.FAILED, Trouble.SERVER));
        assertEquals(DeliveryState.READ, part(part.id()).state());
    }

    @Test
    void what_failed_at_the_platform_takes_the_later_parts_with_it() {
        List<Part> parts = answered("ana", "answer", 2, NOON);
        sent(parts.getFirst(), "p", NOON);
        MessageId message = parts.getFirst().message();
        assertEquals(
                Optional.of(
                        new Delivery(message, DeliveryState.FAILED, Trouble.WINDOW_CLOSED, false)),
                outbox.report(ACCOUNT, "p", DeliveryState.FAILED, Trouble.WINDOW_CLOSED));
        assertEquals(Trouble.PART_MISSING, part(parts.getLast().id()).trouble());
        assertEquals(Optional.empty(), outbox.report(ACCOUNT, "p", DeliveryState.DELIVERED, null));
    }

    @Test
    void a_message_is_as_far_as_the_part_that_is_least_far() {
        List<Part> parts = answered("ana", "answer", 2, NOON);
        MessageId message = parts.getFirst().message();
        sent(parts.get(0), "p0", NOON);
        assertEquals(Optional.empty(), outbox.report(ACCOUNT, "p0", DeliveryState.READ, null));
        assertEquals(
                List.of(new Delivery(message, DeliveryState.PENDING, null, false)),
                outbox.deliveries(List.of(message, message)));
        sent(parts.get(1), "p1", NOON);
        assertEquals(
                is(message, DeliveryState.DELIVERED),
                outbox.report(ACCOUNT, "p1", DeliveryState.DELIVERED, null));
    }

    @ParameterizedTest
    @EnumSource(
            value = DeliveryState.class,
            names = {"SENT", "DELIVERED", "READ", "FAILED"})
    void a_status_may_come_before_the_name_of_what_it_is_about(DeliveryState state) {
        Part part = answered("ana", "answer", NOON);
        var _ = outbox.begin(part.id(), NOON);
        Trouble why = state == DeliveryState.FAILED ? Trouble.BLOCKED : null;
        assertEquals(Optional.empty(), outbox.report(ACCOUNT, "p", state, why));
        assertEquals(Optional.empty(), outbox.report("telegram:2", "p", DeliveryState.READ, null));
        assertEquals(
                Optional.of(new Delivery(part.message(), state, why, false)),
                outbox.settle(part.id(), new Sent("p")));
        assertEquals(Optional.of(part.message()), outbox.known(ACCOUNT, "p"));
    }

    @Test
    void of_several_that_came_early_the_furthest_counts() {
        Part part = answered("ana", "answer", NOON);
        var _ = outbox.begin(part.id(), NOON);
        outbox.report(ACCOUNT, "p", DeliveryState.READ, null);
        outbox.report(ACCOUNT, "p", DeliveryState.DELIVERED, null);
        assertEquals(
                is(part.message(), DeliveryState.READ), outbox.settle(part.id(), new Sent("p")));
    }

    @ParameterizedTest
    @EnumSource(
            value = DeliveryState.class,
            names = {"PENDING", "SENDING", "UNKNOWN"})
    void what_only_we_know_no_platform_says(DeliveryState state) {
        Part part = answered("ana", "answer", NOON);
        sent(part, "p", NOON);
        assertEquals(Optional.empty(), outbox.report(ACCOUNT, "p", state, null));
        assertEquals(Optional.empty(), outbox.report(ACCOUNT, "unknown", state, null));
        assertEquals(DeliveryState.SENT, part(part.id()).state());
    }

    @Test
    void what_is_said_of_others_messages_is_not_kept_without_end() {
        database.inTransaction(
                "test",
                tx -> tx.update("UPDATE early_report_last SET number = number + ?", 1_000_000));
        for (int i = 0; i < 3; i++) {
            outbox.report(ACCOUNT, "not ours " + i, DeliveryState.READ, null);
        }
        assertEquals(3, early());
        database.inTransaction(
                "test", tx -> tx.update("UPDATE early_report_last SET number = number + ?", 9_998));
        outbox.report(ACCOUNT, "not ours", DeliveryState.READ, null);
        assertEquals(2, early());
    }

    private int early() {
        return database.read(
                        "test",
                        reads -> reads.first("SELECT COUNT(*) FROM early_report", Row::number))
                .orElseThrow();
    }
}
