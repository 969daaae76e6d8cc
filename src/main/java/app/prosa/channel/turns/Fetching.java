package app.prosa.channel.turns;

import app.prosa.channel.Answer;
import app.prosa.channel.Channel;
import app.prosa.channel.Refusal;
import app.prosa.channel.http.Body;
import app.prosa.channel.media.FileType;
import app.prosa.channel.media.Luggage;
import app.prosa.channel.media.Marks;
import app.prosa.channel.media.Unpacking;
import app.prosa.conversation.Attachment;
import app.prosa.conversation.ChatModelException;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationEvent.MessageChanged;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import app.prosa.conversation.Senses;
import app.prosa.conversation.delivery.Correspondents;
import app.prosa.conversation.delivery.Correspondents.Pending;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches what came with messages, before these are answered, and sees to it that their texts say
 * what became of it: what was spoken is written down, and what nobody can take in is marked so.
 */
public final class Fetching {
    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
    private static final int TRIES = 2;

    private final ConversationEngine engine;
    private final Correspondents correspondents;
    private final Senses senses;

    public Fetching(ConversationEngine engine, Correspondents correspondents, Senses senses) {
        this.engine = engine;
        this.correspondents = correspondents;
        this.senses = senses;
    }

    /** Waits for the platform, and for whoever writes down what was spoken. */
    public void fetch(ConversationId id, Channel channel, Marks marks) throws InterruptedException {
        List<Pending> pending = correspondents.pendingMedia(id);
        if (!pending.isEmpty()) {
            Optional<Conversation> conversation = engine.conversations().find(id);
            if (conversation.isPresent()) {
                Trip trip = new Trip(conversation.get(), channel, marks);
                for (Pending one : pending) {
                    trip.fetch(one);
                }
            }
        }
    }

    /** For one conversation. */
    private final class Trip {
        private final Conversation conversation;
        private final Channel channel;
        private final Marks marks;

        Trip(Conversation conversation, Channel channel, Marks marks) {
            this.conversation = conversation;
            this.channel = channel;
            this.marks = marks;
        }

        /** The text first: a program that ends in between does the rest once more. */
        void fetch(Pending pending) throws InterruptedException {
            Luggage luggage = Luggage.of(pending.media());
            Unpacking unpacking = new Unpacking(luggage, marks);
            if (isWithdrawn(pending) || luggage.kind() == null || isTooLarge(luggage)) {
                amend(pending, luggage, unpacking::unopened);
                correspondents.forgetMedia(pending.message(), pending.ordinal());
                return;
            }
            switch (fetched(luggage)) {
                case Answer.Given<Body>(Body body) -> keep(pending, luggage, body.bytes());
                case Answer.Refused<Body>(Refusal refusal) -> {
                    LOG.warn("A file could not be fetched: {}", refusal.said());
                    amend(pending, luggage, unpacking::unopened);
                    if (!(refusal instanceof Refusal.Retry)) {
                        correspondents.forgetMedia(pending.message(), pending.ordinal());
                    }
                }
            }
        }

        private Answer<Body> fetched(Luggage luggage) throws InterruptedException {
            Answer<Body> answer = channel.fetch(luggage.file());
            for (int tried = 1; tried < TRIES && isPassing(answer); tried++) {
                answer = channel.fetch(luggage.file());
            }
            return answer;
        }

        private void keep(Pending pending, Luggage luggage, byte[] content)
                throws InterruptedException {
            Unpacking unpacking = new Unpacking(luggage, marks);
            if (content.length == 0 || content.length > Attachment.MAX_BYTES) {
                amend(pending, luggage, unpacking::unopened);
                correspondents.forgetMedia(pending.message(), pending.ordinal());
                return;
            }
            FileType type = FileType.of(content, luggage.file().mediaType(), luggage.isSpoken());
            Attachment file = new Attachment(unpacking.name(type), type.mediaType(), content);
            amend(pending, luggage, text(unpacking, type, content));
            correspondents
                    .attach(pending.message(), pending.ordinal(), file)
                    .ifPresent(message -> engine.publish(new MessageChanged(message)));
        }

        private UnaryOperator<String> text(Unpacking unpacking, FileType type, byte[] content)
                throws InterruptedException {
            if (type.isRecording()) {
                String said =
                        said(new Attachment("voice." + type.end(), type.mediaType(), content));
                return said.isEmpty() ? unpacking::unopened : text -> unpacking.spoken(text, said);
            }
            boolean seen = type.isPicture() && !senses.isBlind(conversation);
            return seen || type.isText() ? unpacking::opened : unpacking::unopened;
        }

        private boolean isWithdrawn(Pending pending) {
            return engine.conversations()
                    .message(pending.message())
                    .filter(message -> message.text().equals(marks.withdrawn()))
                    .isPresent();
        }

        private void amend(Pending pending, Luggage luggage, UnaryOperator<String> change) {
            String name = luggage.message();
            Optional<Message> message = engine.conversations().message(pending.message());
            if (name == null || message.isEmpty() || isWithdrawn(pending)) {
                return;
            }
            String before = message.get().text();
            String after = change.apply(before);
            if (!after.equals(before)) {
                correspondents
                        .amend(conversation.channel(), name, after)
                        .ifPresent(changed -> engine.publish(new MessageChanged(changed)));
            }
        }
    }

    /** Empty where nobody could write it down, or nothing was said. */
    private String said(Attachment spoken) throws InterruptedException {
        if (!senses.hears()) {
            return "";
        }
        try {
            return senses.writtenDown(spoken).strip();
        } catch (ChatModelException e) {
            LOG.warn("A voice message could not be written down: {}", e.failure().kind());
            return "";
        }
    }

    private static boolean isTooLarge(Luggage luggage) {
        Long size = luggage.file().size();
        return size != null && size > Attachment.MAX_BYTES;
    }

    private static boolean isPassing(Answer<Body> answer) {
        return answer instanceof Answer.Refused<Body>(Refusal refusal)
                && refusal instanceof Refusal.Retry(Refusal.Retry.Cause cause, _, _)
                && cause != Refusal.Retry.Cause.SLOW_DOWN;
    }
}
