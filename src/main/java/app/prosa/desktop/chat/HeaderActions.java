package app.prosa.desktop.chat;

import app.prosa.conversation.Mode;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/** What the header asks for, done by the session and its view model. */
final class HeaderActions implements ChatHeaderController.Owner {
    private final ChatSession session;
    private final ChatViewModel model;

    HeaderActions(ChatSession session, ChatViewModel model) {
        this.session = session;
        this.model = model;
    }

    @Override
    public void rename(String title) {
        model.rename(title);
    }

    @Override
    public void choosePersona(@Nullable String id) {
        // An empty id says "none" in spite of the one that the settings choose for new
        // conversations.
        model.setOptions(o -> o.withPersona(id == null ? "" : id));
    }

    @Override
    public void chooseModel(Button near) {
        session.chooseModel(near);
    }

    @Override
    public void setMode(Mode mode) {
        model.setMode(mode);
    }

    @Override
    public void pin(boolean pinned) {
        model.pin(pinned);
    }

    @Override
    public void copyAll() {
        session.copyAll();
    }

    @Override
    public void trash() {
        session.trash();
    }

    @Override
    public void leaveTitle() {
        session.focusComposer();
    }
}
