package app.prosa.desktop.transcript;

import app.prosa.conversation.Message;
import java.util.List;

/** The source of a transcript of one message. */
record OneMessage(Message message) implements TranscriptSource {
    @Override
    public int size() {
        return 1;
    }

    @Override
    public Message message(int position) {
        return message;
    }

    @Override
    public List<Message> read(int from, int before) {
        return List.of(message);
    }

    @Override
    public void setListener(Listener listener) {}
}
