package app.prosa.desktop.transcript;

import app.prosa.conversation.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source that has everything at hand. */
final class ListSource implements TranscriptSource {
    private final List<Message> messages;
    private final boolean own;
    private @Nullable Listener listener;

    ListSource(List<Message> messages) {
        this(messages, true);
    }

    ListSource(List<Message> messages, boolean own) {
        this.own = own;
        this.messages = new ArrayList<>(messages);
    }

    @Override
    public boolean isOwn() {
        return own;
    }

    @Override
    public int size() {
        return messages.size();
    }

    @Override
    public @Nullable Message message(int position) {
        return messages.get(position);
    }

    @Override
    public List<Message> read(int from, int before) {
        return List.copyOf(messages.subList(from, Math.min(before, messages.size())));
    }

    @Override
    public void setListener(Listener listener) {
        this.listener = listener;
    }

    void add(Message message) {
        messages.add(message);
        tell().resized();
    }

    void set(Message message) {
        messages.set(message.position(), message);
        tell().changed(message.position(), message.position() + 1);
    }

    private Listener tell() {
        if (listener == null) {
            throw new IllegalStateException("Nobody listens");
        }
        return listener;
    }
}
