package app.prosa.channel.whatsapp;

import app.prosa.channel.Chat;
import app.prosa.channel.Inbound;
import app.prosa.channel.Media;
import app.prosa.channel.Sender;
import app.prosa.channel.json.Fields;
import app.prosa.channel.meta.Values;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Understands what people send.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages">
 *     Meta, WhatsApp, messages webhook reference</a>
 */
final class MessageReader {
    private final People people;

    MessageReader(People people) {
        this.people = people;
    }

    /**
     * @return more than one when somebody who is known by two ids has a new one
     */
    List<? extends Inbound> read(Fields message) {
        if (message.text("type").equals("system")) {
            return Moves.read(message);
        }
        Optional<Sender> sender = people.sender(message);
        String id = message.text("id");
        Instant at = Values.time(message, "timestamp");
        if (sender.isEmpty() || id.isEmpty() || at == null) {
            return List.of();
        }
        return read(message, new Envelope(id, chat(message, sender.get()), sender.get(), at))
                .map(List::of)
                .orElse(List.of());
    }

    private static Chat chat(Fields message, Sender sender) {
        String group = message.text("group_id");
        return group.isEmpty() ? People.chat(sender) : new Chat(group, true, "");
    }

    /** What all messages have. */
    private record Envelope(String id, Chat chat, Sender sender, Instant at) {

        Envelope withId(String other) {
            return new Envelope(other, chat, sender, at);
        }
    }

    private static Optional<Inbound> read(Fields message, Envelope envelope) {
        return switch (message.text("type")) {
            case "text" -> written(message, envelope, text(message), List.of());
            case "button" -> message.object("button").map(b -> pressed(b, message, envelope));
            case "interactive" ->
                    message.object("interactive").flatMap(i -> chosen(i, message, envelope));
            case "reaction" -> message.object("reaction").flatMap(r -> reacted(r, envelope));
            case "edit" -> message.object("edit").flatMap(e -> edited(e, envelope));
            case "revoke" -> message.object("revoke").flatMap(r -> withdrawn(r, envelope));
            case "request_welcome", "" -> Optional.empty(); // somebody opened the chat
            default ->
                    written(
                            message,
                            envelope,
                            MediaReader.caption(message),
                            MediaReader.read(message));
        };
    }

    private static String text(Fields message) {
        return message.object("text").map(text -> text.text("body")).orElse("");
    }

    /** In a group nothing is meant for us: we have no way to answer there. */
    private static Optional<Inbound> written(
            Fields message, Envelope envelope, String text, List<Media> media) {
        return text.isEmpty() && media.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Inbound.Message(
                                envelope.id(),
                                envelope.chat(),
                                envelope.sender(),
                                text,
                                media,
                                answered(message),
                                envelope.at(),
                                !envelope.chat().group()));
    }

    private static @Nullable String answered(Fields message) {
        String id = Values.id(message, "context", "id");
        return id.isEmpty() ? null : id;
    }

    private static Inbound pressed(Fields button, Fields message, Envelope envelope) {
        return press(envelope, message, button.text("payload"), button.text("text"));
    }

    private static Optional<Inbound> chosen(Fields interactive, Fields message, Envelope envelope) {
        return interactive
                .object("button_reply")
                .or(() -> interactive.object("list_reply"))
                .map(reply -> press(envelope, message, reply.text("id"), reply.text("title")))
                .or(() -> interactive.object("nfm_reply").map(f -> form(f, message, envelope)))
                .or(() -> other(interactive, message, envelope));
    }

    /** A form that was filled in: what was put into it is JSON in a text. */
    private static Inbound form(Fields form, Fields message, Envelope envelope) {
        return press(envelope, message, form.text("response_json"), form.text("body"));
    }

    private static Inbound press(Envelope envelope, Fields message, String data, String label) {
        String on = Values.id(message, "context", "id");
        return new Inbound.Pressed(
                envelope.id(), envelope.chat(), envelope.sender(), data, on, label);
    }

    private static Optional<Inbound> other(Fields interactive, Fields message, Envelope envelope) {
        String type = interactive.text("type");
        Media what = new Media.Other(type.isEmpty() ? "interactive" : type);
        return written(message, envelope, "", List.of(what));
    }

    private static Optional<Inbound> reacted(Fields reaction, Envelope envelope) {
        String on = reaction.text("message_id");
        return on.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Inbound.Reacted(
                                envelope.chat(),
                                envelope.sender(),
                                on,
                                reaction.text("emoji"),
                                envelope.at()));
    }

    private static Optional<Inbound> edited(Fields edit, Envelope envelope) {
        String original = edit.text("original_message_id");
        Optional<Inbound> now =
                original.isEmpty()
                        ? Optional.empty()
                        : edit.object("message").flatMap(m -> read(m, envelope.withId(original)));
        return now.filter(Inbound.Message.class::isInstance)
                .map(Inbound.Message.class::cast)
                .map(Inbound.Edited::new);
    }

    private static Optional<Inbound> withdrawn(Fields revoke, Envelope envelope) {
        String original = revoke.text("original_message_id");
        return original.isEmpty()
                ? Optional.empty()
                : Optional.of(new Inbound.Withdrawn(original, envelope.chat()));
    }
}
