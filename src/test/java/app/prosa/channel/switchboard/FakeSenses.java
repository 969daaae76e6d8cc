package app.prosa.channel.switchboard;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.ChatModelException;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.Failure;
import app.prosa.conversation.Senses;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Sees unless told otherwise, and hears what a test has it hear. */
final class FakeSenses implements Senses {
    volatile boolean blind;
    private final Queue<String> words = new ConcurrentLinkedQueue<>();
    private final List<Attachment> recordings = new CopyOnWriteArrayList<>();
    private volatile boolean hears;

    /** The next recordings say this; where there are no more words, writing them down fails. */
    void hear(String... said) {
        hears = true;
        words.addAll(List.of(said));
    }

    List<Attachment> recordings() {
        return recordings;
    }

    @Override
    public boolean isBlind(Conversation conversation) {
        return blind;
    }

    @Override
    public boolean hears() {
        return hears;
    }

    @Override
    public String writtenDown(Attachment spoken) throws ChatModelException {
        recordings.add(spoken);
        @Nullable String said = words.poll();
        if (said == null) {
            throw new ChatModelException(Failure.of(Failure.Kind.SERVER), null);
        }
        return said;
    }
}
