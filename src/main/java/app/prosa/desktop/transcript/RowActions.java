package app.prosa.desktop.transcript;

import app.prosa.conversation.Failure;
import app.prosa.conversation.Message;
import app.prosa.conversation.ModelRef;
import app.prosa.desktop.transcript.rows.MessageAction;
import app.prosa.desktop.transcript.rows.RowContext;
import app.prosa.settings.Texts;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does what the buttons of rows and the menu ask for. */
final class RowActions implements RowContext, MessageMenu.Does {
    private final TranscriptView view;
    private final Texts texts;
    private final TranscriptActions actions;
    private final FailureSentence sentence;

    RowActions(
            TranscriptView view, Texts texts, TranscriptActions actions, FailureSentence sentence) {
        this.view = view;
        this.texts = texts;
        this.actions = actions;
        this.sentence = sentence;
    }

    @Override
    public Texts texts() {
        return texts;
    }

    @Override
    public double em() {
        return view.viewport().em();
    }

    @Override
    public void act(MessageAction action, int slot) {
        switch (action) {
            case COPY -> view.plainText(slot, Copying::copy);
            case REGENERATE -> with(slot, actions::regenerate);
            case EDIT -> with(slot, actions::edit);
            case FORK -> with(slot, actions::fork);
            case QUOTE -> view.plainText(slot, actions::quote);
            case PIN -> with(slot, message -> actions.pin(message, !message.pinned()));
            case DELETE -> with(slot, actions::delete);
        }
    }

    private void with(int slot, Consumer<Message> action) {
        Message message = view.message(slot);
        if (message != null) {
            action.accept(message);
        }
    }

    @Override
    public void retry(int slot) {
        with(slot, actions::retry);
    }

    @Override
    public void resend(int slot) {
        with(slot, actions::resend);
    }

    @Override
    public void goOn(int slot) {
        with(slot, actions::goOn);
    }

    @Override
    public boolean canGoOn(int slot) {
        return isOwn() && slot == view.viewport().slots().slots() - 1;
    }

    @Override
    public boolean isOwn() {
        return view.viewport().slots().source().isOwn();
    }

    @Override
    public void showVersion(int slot, int delta) {
        with(slot, message -> actions.showVersion(message, delta));
    }

    @Override
    public void openLink(String target) {
        actions.openLink(target);
    }

    @Override
    public void copy(String text) {
        Copying.copy(text);
    }

    @Override
    public void changed(int slot) {
        view.viewport().refold(slot);
    }

    @Override
    public String sentence(Failure failure, @Nullable ModelRef model) {
        return sentence.of(failure, model);
    }

    // The menu

    @Override
    public void copy() {
        view.copySelection();
    }

    @Override
    public void copyMarkdown() {
        with(view.focusedSlot(), message -> Copying.copy(message.text()));
    }

    @Override
    public void quote() {
        view.selectedText(actions::quote);
    }
}
