package app.prosa.desktop.chat;

import app.prosa.conversation.Conversations;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.delivery.ChannelDesk;
import app.prosa.desktop.PageContext;
import app.prosa.desktop.transcript.TranscriptActions;
import java.util.List;

/** What the actions of a message do. */
final class MessageActions implements TranscriptActions {
    private final PageContext context;
    private final ChatSession session;
    private final Conversations conversations;
    private final ChannelDesk desk;
    private final Commands commands;

    MessageActions(
            PageContext context,
            ChatSession session,
            Conversations conversations,
            ChannelDesk desk,
            Commands commands) {
        this.context = context;
        this.session = session;
        this.conversations = conversations;
        this.desk = desk;
        this.commands = commands;
    }

    @Override
    public void regenerate(Message reply) {
        session.regenerate(reply);
    }

    @Override
    public void retry(Message reply) {
        session.regenerate(reply);
    }

    /** As anybody would ask for it, in a message of its own: the answer stays what it is. */
    @Override
    public void goOn(Message reply) {
        session.ask(context.texts().get("chat.continue"));
    }

    @Override
    public void resend(Message message) {
        commands.run(() -> desk.resend(message.id()));
    }

    @Override
    public void edit(Message message) {
        session.edit(message);
    }

    @Override
    public void fork(Message upTo) {
        commands.run(
                () -> conversations.fork(upTo.id()),
                fork ->
                        fork.ifPresent(copy -> {
                            context.navigation().openConversation(copy.id());
                            context.navigation().toast(context.texts().get("chat.forked"));
                        }));
    }

    @Override
    public void quote(String text) {
        session.quote(text);
    }

    @Override
    public void pin(Message message, boolean pinned) {
        commands.run(() -> conversations.pinMessage(message.id(), pinned));
    }

    @Override
    public void delete(Message message) {
        MessageId id = message.id();
        commands.run(() -> conversations.deleteMessage(id, true));
        context.navigation()
                .toast(
                        context.texts().get("chat.message.deleted"),
                        context.texts().get("chat.undo"),
                        () -> commands.run(() -> conversations.deleteMessage(id, false)));
    }

    @Override
    public void showVersion(Message message, int delta) {
        commands.run(() -> {
            List<MessageId> versions =
                    conversations.versions(message.id()).stream().map(Message::id).toList();
            int wanted = versions.indexOf(message.id()) + delta;
            if (wanted >= 0 && wanted < versions.size()) {
                conversations.show(versions.get(wanted));
            }
        });
    }

    @Override
    public void openLink(String target) {
        context.dialogs().openLink(target);
    }
}
