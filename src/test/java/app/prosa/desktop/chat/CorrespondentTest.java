package app.prosa.desktop.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.ConversationEvent.CorrespondentChanged;
import app.prosa.conversation.ConversationEvent.DeliveryChanged;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Mode;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.Arrival;
import app.prosa.conversation.delivery.Correspondent;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Outbox;
import app.prosa.conversation.delivery.Part;
import app.prosa.conversation.delivery.Standing;
import app.prosa.conversation.delivery.Trouble;
import app.prosa.desktop.Fx;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A conversation with somebody on a channel: how they stand, and how far messages to them are. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init")
class CorrespondentTest {
    private static final Address ANA = new Address("telegram:1", "7", false);

    @TempDir Path dir;
    private ChatRig rig;

    @BeforeEach
    void open() throws Exception {
        rig = new ChatRig(dir).connected();
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void somebody_new_is_let_in_with_one_press() throws Exception {
        ConversationId id = opened(Standing.WAITING, new Arrival.Keep());
        read("Ana (@ana) is new here and waits for your word");
        press("Let in");
        gone("is new here");
        assertEquals(List.of("approve"), rig.desk.asked());
        assertEquals(Standing.ADMITTED, who(id).standing());
    }

    @Test
    void somebody_is_blocked_and_let_in_after_all() throws Exception {
        ConversationId id = opened(Standing.WAITING, new Arrival.Keep());
        press("Block");
        read("You have blocked Ana (@ana)");
        assertEquals(Standing.BARRED, who(id).standing());
        press("Let in");
        gone("You have blocked");
        assertEquals(Standing.ADMITTED, who(id).standing());
    }

    @Test
    void what_came_too_late_is_answered_now_or_left() throws Exception {
        ConversationId id = opened(Standing.ADMITTED, new Arrival.Hold());
        read("One message waits for your word");
        press("Answer now");
        gone("One message waits");
        assertEquals(List.of("release true"), rig.desk.asked());
        assertEquals(0, who(id).held());
        assertTrue(rig.channels().turns().due(id).isPresent());
    }

    @Test
    void an_answer_is_offered_only_where_the_model_answers() throws Exception {
        ConversationId id = opened(Standing.ADMITTED, new Arrival.Hold());
        read("One message waits for your word");
        rig.engine.setMode(id, Mode.HUMAN);
        Fx.until(() -> button("Answer now").isEmpty());
        press("Leave it");
        gone("One message waits");
        assertEquals(List.of("release false"), rig.desk.asked());
    }

    @Test
    void whoever_asked_for_silence_or_is_out_of_reach_is_told_of() throws Exception {
        ConversationId id = opened(Standing.ADMITTED, new Arrival.Keep());
        tell(rig.channels().correspondents().setOptedOut(id, true));
        read("Ana (@ana) asked for silence");
        tell(rig.channels().correspondents().setOptedOut(id, false));
        gone("asked for silence");
        tell(rig.channels().correspondents().setReachable(ANA, false));
        read("Nothing arrives at Ana (@ana) any more");
        Fx.run(() -> rig.page.openNew(""));
        gone("Nothing arrives at");
    }

    @Test
    void a_message_says_how_far_it_is() throws Exception {
        ConversationId id = opened(Standing.ADMITTED, new Arrival.Keep());
        rig.send("Hello Ana");
        meta("waits to be sent");
        Part part = begun();
        settle(id, part, new Outbox.Sent("m1"));
        meta("sent");
        publish(id, rig.channels().outbox().report(ANA.account(), "m1", DeliveryState.READ, null));
        meta("read");
    }

    @Test
    void what_was_not_delivered_says_why_and_is_sent_again() throws Exception {
        ConversationId id = opened(Standing.ADMITTED, new Arrival.Keep());
        rig.send("Hello Ana");
        meta("waits to be sent");
        settle(id, begun(), new Outbox.Failed(Trouble.TOO_LARGE));
        read("This message did not arrive: it is too long for the platform.");
        meta("not delivered");
        press("Send again");
        gone("This message did not arrive");
        meta("waits to be sent");
        assertEquals(List.of("resend"), rig.desk.asked());
    }

    @Test
    void what_may_have_arrived_twice_says_so() throws Exception {
        ConversationId id = opened(Standing.ADMITTED, new Arrival.Keep());
        rig.send("Hello Ana");
        meta("waits to be sent");
        settle(id, begun(), new Outbox.Unsure(Instant.EPOCH));
        meta("may not have arrived");
        settle(id, begun(), new Outbox.Sent("m1"));
        meta("sent, may have arrived twice");
    }

    @Test
    void how_far_messages_are_is_there_when_a_conversation_is_opened() throws Exception {
        ConversationId id = arrived(Standing.ADMITTED, new Arrival.Keep());
        rig.engine.sayByHand(id, "Hello Ana");
        rig.channels().outbox().settle(begun().id(), new Outbox.Sent("m1"));
        rig.open(id);
        rig.settled();
        meta("sent");
    }

    @Test
    void an_own_chat_has_nobody_and_goes_nowhere() throws Exception {
        rig.send("Hello");
        rig.settled();
        Fx.await("the answer", () -> labels().anyMatch(l -> l.startsWith("fake")));
        assertFalse(Fx.call(() -> labels().anyMatch(l -> l.contains("sent"))));
    }

    private ConversationId opened(Standing newcomer, Arrival.Wish wish) throws Exception {
        ConversationId id = arrived(newcomer, wish);
        rig.open(id);
        rig.settled();
        return id;
    }

    private ConversationId arrived(Standing newcomer, Arrival.Wish wish) {
        Arrival arrival =
                new Arrival(
                        new InboundMessage(ChannelKind.TELEGRAM, "7", "oi", "1:7:1", List.of()),
                        ANA,
                        "Ana",
                        "@ana",
                        Instant.now(),
                        List.of(),
                        newcomer,
                        wish);
        return rig.channels()
                .correspondents()
                .receive(arrival, Instant.now())
                .correspondent()
                .conversation();
    }

    private Correspondent who(ConversationId id) {
        return rig.channels().correspondents().find(id).orElseThrow();
    }

    private void tell(Optional<Correspondent> now) {
        rig.engine.publish(new CorrespondentChanged(now.orElseThrow()));
    }

    private Part begun() {
        Outbox outbox = rig.channels().outbox();
        Part ready = outbox.ready(ANA.account(), Instant.now(), 1).getFirst();
        if (ready.isWhole()) {
            outbox.split(ready.id(), List.of(new Part.Text(ready.markup(), ready.plain())));
        }
        Part part = outbox.ready(ANA.account(), Instant.now(), 1).getFirst();
        return outbox.begin(part.id(), Instant.now()).orElseThrow();
    }

    private void settle(ConversationId id, Part part, Outbox.Outcome outcome) {
        publish(id, rig.channels().outbox().settle(part.id(), outcome));
    }

    private void publish(ConversationId id, Optional<Delivery> delivery) {
        rig.engine.publish(new DeliveryChanged(id, delivery.orElseThrow()));
    }

    private void read(String beginning) throws Exception {
        Fx.await(beginning, () -> labels().anyMatch(text -> text.startsWith(beginning)));
    }

    private void gone(String part) throws Exception {
        Fx.await("no " + part, () -> labels().noneMatch(text -> text.contains(part)));
    }

    /** What the line under the last message of ours ends with. */
    private void meta(String end) throws Exception {
        Fx.await(
                end,
                () ->
                        nodes(rig.stage.getScene().getRoot())
                                .filter(n -> n.getStyleClass().contains("meta"))
                                .map(n -> ((Labeled) n).getText())
                                .anyMatch(text -> text.endsWith(" · " + end)));
    }

    private void press(String name) throws Exception {
        Fx.await(name, () -> button(name).isPresent());
        Fx.run(() -> button(name).orElseThrow().fire());
    }

    private Optional<ButtonBase> button(String name) {
        return nodes(rig.stage.getScene().getRoot())
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .filter(button -> name.equals(button.getText()))
                .findFirst();
    }

    private Stream<String> labels() {
        return nodes(rig.stage.getScene().getRoot())
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null);
    }

    /** Those that are seen. */
    private static Stream<Node> nodes(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        Stream<Node> below =
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream()
                                .flatMap(CorrespondentTest::nodes)
                        : Stream.empty();
        return Stream.concat(Stream.of(node), below);
    }
}
