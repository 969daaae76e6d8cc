package app.prosa.desktop.transcript;

import app.prosa.conversation.Message;

/** Nobody acts on what a transcript is asked. */
record Unheard() implements TranscriptActions {
    @Override
    public void regenerate(Message reply) {}

    @Override
    public void edit(Message message) {}

    @Override
    public void retry(Message reply) {}

    @Override
    public void goOn(Message reply) {}

    @Override
    public void resend(Message message) {}

    @Override
    public void fork(Message upTo) {}

    @Override
    public void quote(String text) {}

    @Override
    public void pin(Message message, boolean pinned) {}

    @Override
    public void delete(Message message) {}

    @Override
    public void showVersion(Message message, int delta) {}

    @Override
    public void openLink(String target) {}
}
