package app.prosa.desktop.conversations;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Conversations;
import app.prosa.conversation.StoreException;
import app.prosa.desktop.FxThread;
import app.prosa.desktop.Navigation;
import app.prosa.settings.Texts;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;

/** What can be done with conversations. The store is asked on a background thread. */
final class ListActions {
    private final Conversations conversations;
    private final Executor background;
    private final Navigation navigation;
    private final Texts texts;

    ListActions(
            Conversations conversations, Executor background, Navigation navigation, Texts texts) {
        this.conversations = conversations;
        this.background = background;
        this.navigation = navigation;
        this.texts = texts;
    }

    void rename(ConversationId id, String title) {
        run(() -> conversations.rename(id, title));
    }

    void pin(Conversation conversation) {
        run(() -> conversations.pin(conversation.id(), !conversation.pinned()));
    }

    /** Into the trash, with a way back. */
    void trash(List<ConversationId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        run(() -> {
            conversations.trash(ids);
            String told = deleted(ids);
            FxThread.run(() -> offerUndo(told, ids));
        });
    }

    private String deleted(List<ConversationId> ids) {
        return ids.size() > 1
                ? texts.get("list.deletedMany", ids.size())
                : texts.get(
                        "list.deleted",
                        conversations
                                .find(ids.getFirst())
                                .map(this::title)
                                .orElse(texts.get("list.untitled")));
    }

    String title(Conversation conversation) {
        return conversation.title().isBlank() ? texts.get("list.untitled") : conversation.title();
    }

    private void offerUndo(String told, List<ConversationId> ids) {
        navigation.toast(told, texts.get("list.undo"), () -> run(() -> conversations.restore(ids)));
    }

    private void run(Runnable action) {
        background.execute(() -> {
            try {
                action.run();
            } catch (StoreException e) {
                String why =
                        texts.get(
                                "shell.status.store." + e.reason().name().toLowerCase(Locale.ROOT));
                FxThread.run(() -> navigation.toast(why));
            }
        });
    }
}
