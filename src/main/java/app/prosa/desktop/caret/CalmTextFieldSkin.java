package app.prosa.desktop.caret;

import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import org.jspecify.annotations.Nullable;

/** Draws a text field with a {@link Caret} of ours; named by {@code css/shell.css}. */
public final class CalmTextFieldSkin extends TextFieldSkin {
    private final @Nullable Caret caret;

    public CalmTextFieldSkin(TextField field) {
        this(field, Caret.Clock.SYSTEM);
    }

    CalmTextFieldSkin(TextField field, Caret.Clock clock) {
        super(field);
        // Of two skins the one that is being made comes last.
        caret = new Caret(field, getChildren().reversed(), clock);
        super.setCaretAnimating(false);
        setCaretAnimating(field.isFocused());
    }

    /** Called at each key, click and change of the focus; first while the skin is being made. */
    @Override
    public void setCaretAnimating(boolean blinks) {
        Caret own = caret;
        if (own == null || !own.isFound()) {
            super.setCaretAnimating(blinks);
        } else if (blinks) {
            own.blink();
        } else {
            own.stand();
        }
    }

    @Override
    public void dispose() {
        if (caret != null) {
            caret.dispose();
        }
        super.dispose();
    }
}
