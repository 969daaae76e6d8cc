package app.prosa.channel.telegram;

import app.prosa.channel.Inbound;
import app.prosa.channel.Intake;
import app.prosa.channel.Outgoing;
import app.prosa.channel.Source;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which message an answer in a group is to: where many speak, it would stand somewhere below the
 * question otherwise. Known of what came since the channel was opened; an answer to anything else
 * stands alone. In a chat of two it is plain what is answered.
 */
final class Threads {
    private static final int MOST = 1_000;

    /** The last message to us of each group, the one that is being answered, and what answered. */
    private final Map<String, String> asked = bounded();

    private final Map<String, String> begun = bounded();
    private final Map<String, String> answers = bounded();

    private static Map<String, String> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                return size() > MOST;
            }
        };
    }

    /** Listens to what comes in, and lets it pass. */
    Intake heard(Intake to) {
        return new Intake() {
            @Override
            public void take(Inbound inbound) {
                switch (inbound) { // before an answer can be on its way
                    case Inbound.Message message -> ask(message);
                    case Inbound.Command command -> ask(command.message());
                    default -> {} // asks nothing
                }
                to.take(inbound);
            }

            @Override
            public void forged() {
                to.forged();
            }
        };
    }

    Source heard(Source source) {
        return new Source() {
            @Override
            public void begin(Intake intake, Watcher watcher) {
                source.begin(heard(intake), watcher);
            }

            @Override
            public void takeOver() {
                source.takeOver();
            }

            @Override
            public void close() {
                source.close();
            }
        };
    }

    private synchronized void ask(Inbound.Message message) {
        if (message.chat().group() && message.addressed()) {
            asked.remove(message.chat().id()); // the eldest goes first
            asked.put(message.chat().id(), message.externalId());
        }
    }

    /** An answer is being written: what comes from now on is not what it answers. */
    synchronized void begin(String chat) {
        String message = asked.get(chat);
        if (message != null) {
            begun.putIfAbsent(chat, message);
        }
    }

    /**
     * What a message is to be sent as a reply to, by its external id; the same if it is sent once
     * more. Of an answer in parts only the first is a reply.
     */
    synchronized @Nullable String replyTo(Outgoing message) {
        String known = answers.get(message.reference());
        if (known != null || !isFirstPart(message.reference())) {
            return known;
        }
        String first = begun.remove(message.chatId());
        String last = asked.get(message.chatId());
        String to = first == null ? last : first;
        if (to != null) {
            answers.put(message.reference(), to);
            asked.remove(message.chatId(), to);
        }
        return to;
    }

    /** The outbox numbers the parts of a message in the lower 16 bits. */
    private static boolean isFirstPart(String reference) {
        return reference.matches("[0-9]{1,18}") && (Long.parseLong(reference) & 0xffff) == 0;
    }
}
