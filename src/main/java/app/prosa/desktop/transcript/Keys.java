package app.prosa.desktop.transcript;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;

/** What keys and the wheel do in the transcript. */
final class Keys {
    /** What stays in sight when paging, in em. */
    private static final double OVERLAP = 3;

    private final TranscriptView view;
    private final Viewport viewport;
    private final MessageFocus focus;

    Keys(TranscriptView view, Viewport viewport, MessageFocus focus) {
        this.view = view;
        this.viewport = viewport;
        this.focus = focus;
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        viewport.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    private void pressed(KeyEvent event) {
        boolean done = event.isShortcutDown() ? shortcut(event) : plain(event);
        if (done) {
            event.consume();
        }
    }

    private boolean shortcut(KeyEvent event) {
        if (event.isShiftDown() || event.isAltDown()) {
            return false;
        }
        switch (event.getCode()) {
            case C -> view.copySelection();
            case A -> view.selectAll();
            case HOME -> viewport.toTop();
            case END -> viewport.follow();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyEvent event) {
        double page = viewport.getHeight() - OVERLAP * viewport.em();
        switch (event.getCode()) {
            case PAGE_UP -> viewport.scrollBy(-page);
            case PAGE_DOWN -> viewport.scrollBy(page);
            case HOME -> viewport.toTop();
            case END -> viewport.follow();
            case UP, KP_UP -> focus.step(-1);
            case DOWN, KP_DOWN -> focus.step(1);
            case SPACE -> viewport.scrollBy(event.isShiftDown() ? -page : page);
            case ENTER -> view.enterActions();
            case CONTEXT_MENU -> view.openMenu();
            case F10 -> {
                return event.isShiftDown() && view.openMenu();
            }
            case ESCAPE -> {
                return view.leave();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void scrolled(ScrollEvent event) {
        boolean sideways = Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY());
        if (sideways || event.isShiftDown()) {
            double dx = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
            viewport.scrollSideways(event.getY(), -dx);
        } else if (event.getDeltaY() != 0) {
            viewport.scrollBy(-event.getDeltaY());
        }
        event.consume();
    }
}
