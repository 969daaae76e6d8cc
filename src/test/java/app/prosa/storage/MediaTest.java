package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.delivery.Arrival.Keep;
import app.prosa.conversation.delivery.Arrived;
import app.prosa.conversation.delivery.Correspondents.Pending;
import app.prosa.conversation.delivery.MediaRef;
import app.prosa.conversation.delivery.Standing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MediaTest extends ChannelContract {
    private static final MediaRef PHOTO =
            new MediaRef("photo", "AgACAgQ", "", "image/jpeg", 12_345L);
    private static final MediaRef VOICE = new MediaRef("voice", "AwACAgQ", "v.ogg", "", null);
    private static final Attachment JPEG =
            new Attachment("photo.jpg", "image/jpeg", new byte[] {1, 2, 3});
    private static final Attachment OGG = new Attachment("v.ogg", "audio/ogg", new byte[] {4});

    private Arrived receive(InboundMessage message) {
        return correspondents.receive(
                with(arrival(message, Standing.ADMITTED, new Keep(), NOON), List.of(PHOTO, VOICE)),
                NOON);
    }

    @Test
    void what_lies_with_the_platform_is_listed_until_it_is_fetched_or_given_up() {
        Arrived arrived = receive(telegram("ana", "look", "m1"));
        MessageId message = arrived.received().message().id();
        ConversationId id = id(arrived);
        assertEquals(
                List.of(new Pending(message, 0, PHOTO), new Pending(message, 1, VOICE)),
                correspondents.pendingMedia(id));
        receive(telegram("ana", "look", "m1"));
        assertEquals(2, correspondents.pendingMedia(id).size());

        Message with = correspondents.attach(message, 1, OGG).orElseThrow();
        assertEquals(List.of(new Pending(message, 0, PHOTO)), correspondents.pendingMedia(id));
        assertEquals(Optional.of(with), store.message(message));
        assertEquals(List.of(OGG), store.attachments(message));
        assertEquals(Optional.empty(), correspondents.attach(message, 1, OGG));

        correspondents.forgetMedia(message, 0);
        assertEquals(List.of(), correspondents.pendingMedia(id));
        assertEquals(Optional.empty(), correspondents.attach(message, 0, JPEG));
        assertEquals(List.of(OGG), store.attachments(message));
    }

    @Test
    void files_stand_in_their_order_whichever_is_fetched_first_and_after_those_that_came() {
        Attachment own = Attachment.ofText("a.txt", "a");
        MessageId message =
                receive(new InboundMessage(ChannelKind.TELEGRAM, "ana", "", "m1", List.of(own)))
                        .received()
                        .message()
                        .id();
        correspondents.attach(message, 1, OGG);
        correspondents.attach(message, 0, JPEG);
        assertEquals(List.of(own, JPEG, OGG), store.attachments(message));
        assertEquals(3, store.message(message).orElseThrow().attachments().size());
    }

    @Test
    void a_model_is_shown_the_file_that_was_fetched_after_the_reply_began() {
        Arrived arrived = receive(telegram("ana", "look", "m1"));
        Message reply = store.openReply(id(arrived), NOON).orElseThrow();
        assertEquals(0, store.context(reply.id(), 9).getFirst().attachments().size());
        correspondents.attach(arrived.received().message().id(), 0, JPEG);
        assertEquals(1, store.context(reply.id(), 9).getFirst().attachments().size());
    }

    @Test
    void what_its_sender_changed_reads_otherwise_from_then_on() {
        Arrived arrived = receive(telegram("ana", "first text", "m1"));
        Message reply = store.openReply(id(arrived), NOON).orElseThrow();
        assertEquals("first text", store.context(reply.id(), 9).getFirst().text());
        Message amended =
                correspondents.amend(ChannelKind.TELEGRAM, "m1", "other text").orElseThrow();
        assertEquals("other text", amended.text());
        assertEquals(Optional.of(amended), store.message(amended.id()));
        assertEquals("other text", store.context(reply.id(), 9).getFirst().text());
        assertEquals("other text", now(arrived.received().conversation()).preview());
        assertEquals(Optional.empty(), next());
        assertEquals(Optional.empty(), correspondents.amend(ChannelKind.WEB, "m1", "x"));
    }

    @Test
    void media_goes_with_its_conversation() {
        Arrived arrived = receive(telegram("ana", "look", "m1"));
        store.erase(id(arrived));
        assertEquals(
                0L,
                database.read("test", reads -> reads.first("SELECT COUNT(*) FROM media", Row::big))
                        .orElseThrow());
    }
}
