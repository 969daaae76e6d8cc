package app.prosa.desktop.settings;

import app.prosa.conversation.ConversationId;
import app.prosa.desktop.Navigation;
import java.util.ArrayList;
import java.util.List;

/** Remembers where the window was sent and what it said. */
public final class FakeNavigation implements Navigation {
    public final List<String> went = new ArrayList<>();
    public final List<String> said = new ArrayList<>();
    private Runnable action = () -> {};

    @Override
    public void openConversation(ConversationId id) {
        went.add("open " + id);
    }

    @Override
    public void newChat() {
        went.add("new chat");
    }

    @Override
    public void openSettings(Section section) {
        went.add("settings " + section);
    }

    @Override
    public void back() {
        went.add("back");
    }

    @Override
    public void toast(String text, String button, Runnable onAction) {
        said.add(text);
        action = onAction;
    }

    @Override
    public void toast(String text) {
        said.add(text);
    }

    /** Presses the button of the last toast. */
    public void undo() {
        action.run();
    }
}
