package app.prosa.desktop.transcript;

import app.prosa.conversation.Message;
import java.util.List;

/** Writes down what is asked for. */
record Asked(List<String> asked) implements TranscriptActions {
    @Override
    public void regenerate(Message reply) {
        asked.add("regenerate " + reply.position());
    }

    @Override
    public void edit(Message message) {
        asked.add("edit " + message.position());
    }

    @Override
    public void retry(Message reply) {
        asked.add("retry " + reply.position());
    }

    @Override
    public void goOn(Message reply) {
        asked.add("go on " + reply.position());
    }

    @Override
    public void resend(Message message) {
        asked.add("resend " + message.position());
    }

    @Override
    public void fork(Message upTo) {
        asked.add("fork " + upTo.position());
    }

    @Override
    public void quote(String text) {
        asked.add("quote " + text);
    }

    @Override
    public void pin(Message message, boolean pinned) {
        asked.add("pin " + message.position() + " " + pinned);
    }

    @Override
    public void delete(Message message) {
        asked.add("delete " + message.position());
    }

    @Override
    public void showVersion(Message message, int delta) {
        asked.add("version " + message.position() + " " + delta);
    }

    @Override
    public void openLink(String target) {
        asked.add("link " + target);
    }
}
