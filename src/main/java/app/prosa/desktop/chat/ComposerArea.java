package app.prosa.desktop.chat;

import java.util.function.Predicate;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.text.Text;

/**
 * The text field of the composer: grows from 2 to 12 rows, and knows when an input method is
 * composing.
 */
public final class ComposerArea extends TextArea {
    private static final int MIN_ROWS = 2;
    private static final int MAX_ROWS = 12;

    private Predicate<Clipboard> pasteInstead = clipboard -> false;
    private boolean composing;

    public ComposerArea() {
        setWrapText(true);
        setPrefRowCount(MIN_ROWS);
        addEventHandler(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                e -> composing = !e.getComposed().isEmpty());
    }

    /** Asked first at each paste; true means that it took the clipboard's content. */
    void setPasteInstead(Predicate<Clipboard> taker) {
        pasteInstead = taker;
    }

    @Override
    public void paste() {
        if (!pasteInstead.test(Clipboard.getSystemClipboard())) {
            super.paste();
        }
    }

    /**
     * Puts another text where this one is; the caret stays as far from the end, so that typing goes
     * on where it was when something comes before it.
     */
    void putText(String other) {
        if (!other.equals(getText())) {
            int fromEnd = getLength() - getCaretPosition();
            setText(other);
            positionCaret(other.length() - Math.min(fromEnd, other.length()));
        }
    }

    /** Whether an input method is composing, so that Enter belongs to it. */
    boolean isComposing() {
        return composing;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (lookup(".text") instanceof Text laidOut) {
            grow(laidOut);
        }
    }

    private void grow(Text laidOut) {
        Text line = new Text("X");
        line.setFont(laidOut.getFont());
        double lineHeight = line.getLayoutBounds().getHeight();
        int lines = (int) Math.round(laidOut.getLayoutBounds().getHeight() / lineHeight);
        int wanted = Math.clamp(lines, MIN_ROWS, MAX_ROWS);
        if (wanted != getPrefRowCount()) {
            setPrefRowCount(wanted);
        }
    }
}
