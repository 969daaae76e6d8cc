package app.prosa.channel.meta;

import app.prosa.channel.Chat;
import app.prosa.channel.Inbound;
import app.prosa.channel.Inbound.Status;
import app.prosa.channel.Inbound.Status.Delivery;
import app.prosa.channel.Media;
import app.prosa.channel.Sender;
import app.prosa.channel.json.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Understands one event of a conversation. */
final class EventReader {
    private final String account;
    private final EchoReader echoes;

    EventReader(String account, EchoMark mark) {
        this.account = account;
        this.echoes = new EchoReader(mark);
    }

    /**
     * @param entryTime for events that have no time of their own; or null
     */
    List<? extends Inbound> read(Fields event, @Nullable Instant entryTime) {
        Fields message = event.object("message").orElse(event);
        String from = Values.id(event, "sender", "id");
        boolean ours = from.equals(account) || message.flag("is_echo");
        String person = ours ? Values.id(event, "recipient", "id") : from;
        Instant own = Values.time(event, "timestamp");
        Instant at = own == null ? entryTime : own;
        if (person.isEmpty() || person.equals(account) || at == null) {
            return List.of();
        }
        Scene scene = new Scene(new Chat(person, false, ""), at);
        return ours ? echoes.read(event, scene.chat(), at) : theirs(event, scene);
    }

    /** Where and when something happened. */
    private record Scene(Chat chat, Instant at) {

        /** Neither platform tells a name here. */
        Sender sender() {
            return new Sender(chat.id(), "", "");
        }
    }

    private static List<? extends Inbound> theirs(Fields event, Scene scene) {
        return event.object("message")
                .map(message -> message(message, scene))
                .or(() -> event.object("message_edit").map(edit -> edited(edit, scene)))
                .or(() -> event.object("postback").map(press -> pressed(press, scene)))
                .or(() -> event.object("reaction").map(sign -> reacted(sign, scene)))
                .or(() -> event.object("delivery").map(how -> delivered(how, scene)))
                .or(() -> event.object("read").map(how -> seen(how, scene)))
                .orElse(List.of());
    }

    private static List<Inbound> message(Fields message, Scene scene) {
        String id = message.text("mid");
        if (id.isEmpty()) {
            return List.of();
        }
        if (message.flag("is_deleted")) {
            return List.of(new Inbound.Withdrawn(id, scene.chat()));
        }
        String text = message.text("text");
        List<Media> media = new ArrayList<>(Attachments.read(message));
        if (text.isEmpty() && media.isEmpty() && message.flag("is_unsupported")) {
            media.add(new Media.Other("unsupported"));
        }
        return text.isEmpty() && media.isEmpty()
                ? List.of()
                : List.of(written(id, text, media, message, scene));
    }

    private static Inbound.Message written(
            String id, String text, List<Media> media, Fields message, Scene scene) {
        String answered = Values.id(message, "reply_to", "mid");
        return new Inbound.Message(
                id,
                scene.chat(),
                scene.sender(),
                text,
                media,
                answered.isEmpty() ? null : answered,
                scene.at(),
                true);
    }

    /** While an app is in development, Instagram calls each new message an edit, without a text. */
    private static List<Inbound> edited(Fields edit, Scene scene) {
        String id = edit.text("mid");
        String text = edit.text("text");
        return id.isEmpty() || text.isEmpty()
                ? List.of()
                : List.of(new Inbound.Edited(written(id, text, List.of(), edit, scene)));
    }

    private static List<Inbound> pressed(Fields press, Scene scene) {
        String said = press.text("mid");
        String id = said.isEmpty() ? made(scene) : said;
        String data = press.text("payload");
        String label = press.text("title");
        return data.isEmpty() && label.isEmpty()
                ? List.of()
                : List.of(new Inbound.Pressed(id, scene.chat(), scene.sender(), data, "", label));
    }

    /** Some presses have no id; the time is the same when they are told again. */
    private static String made(Scene scene) {
        return "postback:" + scene.chat().id() + ":" + scene.at().toEpochMilli();
    }

    private static List<Inbound> reacted(Fields sign, Scene scene) {
        String on = sign.text("mid");
        boolean taken = sign.text("action").equals("unreact");
        String emoji = sign.text("emoji");
        if (on.isEmpty() || (emoji.isEmpty() && !taken)) {
            return List.of();
        }
        return List.of(
                new Inbound.Reacted(
                        scene.chat(), scene.sender(), on, taken ? "" : emoji, scene.at()));
    }

    private static List<Inbound> delivered(Fields how, Scene scene) {
        Instant upTo = Values.time(how, "watermark");
        Instant at = upTo == null ? scene.at() : upTo;
        List<Inbound> said = new ArrayList<>();
        how.node()
                .path("mids")
                .valueStream()
                .filter(mid -> mid.isTextual() && !mid.textValue().isEmpty())
                .map(JsonNode::textValue)
                .forEach(mid -> said.add(new Status(mid, Delivery.DELIVERED, at, null)));
        if (upTo != null) {
            said.add(new Inbound.StatusUpTo(scene.chat(), Delivery.DELIVERED, upTo));
        }
        return said;
    }

    /** Instagram names the message, Messenger a time. */
    private static List<Inbound> seen(Fields how, Scene scene) {
        String id = how.text("mid");
        Instant upTo = Values.time(how, "watermark");
        List<Inbound> said = new ArrayList<>();
        if (!id.isEmpty()) {
            said.add(new Status(id, Delivery.READ, scene.at(), null));
        }
        if (upTo != null) {
            said.add(new Inbound.StatusUpTo(scene.chat(), Delivery.READ, upTo));
        }
        return said;
    }
}
