package app.prosa.desktop.transcript;

import app.prosa.conversation.Message;
import app.prosa.desktop.transcript.find.Findings;
import app.prosa.desktop.transcript.find.Needle;
import app.prosa.desktop.transcript.layout.Caret;
import app.prosa.desktop.transcript.layout.Placed;
import app.prosa.desktop.transcript.layout.Selection;
import app.prosa.desktop.transcript.rows.RowNode;
import app.prosa.settings.Texts;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a conversation. Only the rows in sight have nodes, and everything that takes long
 * happens in the background, so that a conversation of ten thousand messages, or a message of a
 * megabyte, is as quick as a short one.
 *
 * <p>It follows the end while the end is in sight; a reader who scrolls up or selects stays where
 * they are. Needs {@code css/transcript.css}.
 */
public final class TranscriptView extends Region {
    /** How much of the upper edge may be covered, in em. */
    static final double COVERED = 3;

    private final TranscriptActions actions;
    private final Viewport viewport;
    private final Scroller scroller;
    private final TailPill pill;
    private final MessageFocus focus;
    private final SelectionControl selection;
    private final Found found;
    private final Copying copying;
    private final MessageMenu menu;
    private boolean wrapCode;

    /** The last input was a key: only then is a ring of use. */
    private boolean byKeyboard;

    /**
     * @param sentence says in words why a reply is not whole
     * @param background takes the work that must not hold up the window; such as an executor of
     *     virtual threads
     */
    public TranscriptView(
            Texts texts, TranscriptActions actions, FailureSentence sentence, Executor background) {
        this.actions = actions;
        RowActions rowActions = new RowActions(this, texts, actions, sentence);
        viewport = new Viewport(background, rowActions, () -> wrapCode);
        scroller = new Scroller(viewport);
        pill = new TailPill(texts, this::follow);
        focus = new MessageFocus(viewport, texts);
        selection = new SelectionControl(viewport);
        found = new Found(viewport);
        copying = new Copying(viewport.slots(), background);
        menu = new MessageMenu(texts, rowActions);
        new Keys(this, viewport, focus);
        getStyleClass().add("transcript");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(texts.get("transcript.name"));
        getChildren().addAll(viewport, focus.ring(), scroller, pill);
        viewport.setOnLayout(this::laidOut);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> byKeyboard(true));
        addEventFilter(MouseEvent.MOUSE_PRESSED, e -> byKeyboard(false));
        viewport.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        viewport.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        setOnContextMenuRequested(this::menuRequested);
        focusWithinProperty().subscribe(_ -> viewport.requestLayout());
    }

    // What is shown

    /** Shows another conversation, or the same one elsewhere. */
    public void show(TranscriptSource source, ScrollPosition position) {
        selection.clear();
        found.mark(null);
        focus.set(-1);
        viewport.show(source, position);
    }

    /** Where the reader is, to come back to with {@link #show}. */
    public ScrollPosition position() {
        return viewport.position();
    }

    /** Goes to the end and stays there while text arrives. */
    public void follow() {
        viewport.follow();
    }

    public boolean isFollowing() {
        return viewport.isFollowing();
    }

    /** Brings a message to the upper edge. */
    public void reveal(int position) {
        focus.reveal(position);
    }

    /** Whether something covers the upper edge: then the first message can come down from it. */
    public void setCovered(boolean covered) {
        viewport.setAbove(covered ? COVERED : 0);
    }

    /** Marks what is looked for wherever it shows; or nothing, for null. */
    public void mark(@Nullable Needle needle) {
        found.mark(needle);
    }

    /**
     * Goes to a hit of what is marked, unless it is in sight, and marks it as the one.
     *
     * @param whenThere is handed the words around it
     */
    public void goTo(Findings.Hit hit, Consumer<String> whenThere) {
        found.goTo(
                hit,
                words -> {
                    focus.set(hit.slot());
                    whenThere.accept(words);
                });
    }

    /** The position of the first message in sight. */
    public int firstInSight() {
        List<Placed> placed = viewport.placed();
        return placed.isEmpty() ? 0 : placed.getFirst().slot();
    }

    public void setWide(boolean wide) {
        viewport.setWide(wide);
    }

    /** Whether code blocks that are shown from now on wrap. */
    public void setWrapCode(boolean wrap) {
        wrapCode = wrap;
    }

    // Copying and selecting

    /** Copies what is selected, or else the message that has the focus. */
    public void copySelection() {
        selectedText(Copying::copy);
    }

    /** Hands over the selected text, or else that of the message with the focus, as plain text. */
    void selectedText(Consumer<String> receiver) {
        Selection now = selection.selection();
        if (now != null && !now.isEmpty()) {
            copying.text(now, receiver);
        } else if (focus.slot() >= 0) {
            copying.text(whole(focus.slot(), focus.slot()), receiver);
        }
    }

    /** All of the message that has the focus; all of the conversation if that is selected. */
    public void selectAll() {
        int slot = focus.slot();
        int last = viewport.slots().slots() - 1;
        if (last < 0) {
            return;
        }
        Selection one = slot < 0 ? whole(0, last) : whole(slot, slot);
        selection.select(one.equals(selection.selection()) ? whole(0, last) : one);
    }

    public void clearSelection() {
        selection.clear();
    }

    private static Selection whole(int from, int to) {
        return new Selection(
                new Caret(from, 0, 0), new Caret(to, Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    void plainText(int slot, Consumer<String> receiver) {
        copying.text(whole(slot, slot), receiver);
    }

    // What rows and keys ask for

    Viewport viewport() {
        return viewport;
    }

    @Nullable Message message(int slot) {
        return viewport.slots().source().message(slot);
    }

    int focusedSlot() {
        return focus.slot();
    }

    /** Into the actions of the message that has the focus. */
    void enterActions() {
        List<Node> controls = focus.controls();
        if (!controls.isEmpty()) {
            controls.getLast().requestFocus();
            controls.getFirst().requestFocus();
        }
    }

    boolean openMenu() {
        Bounds bounds = focus.slot() < 0 ? null : viewport.boundsOf(focus.slot());
        if (bounds == null) {
            return false;
        }
        Point2D at =
                viewport.localToScreen(
                        bounds.getMinX() + 20,
                        Math.clamp(bounds.getMinY() + 20, 0, viewport.getHeight()));
        menu.show(this, at.getX(), at.getY());
        return true;
    }

    /** Out of the actions, back to the message; then out of the selection. */
    boolean leave() {
        if (!isFocused()) {
            requestFocus();
            return true;
        }
        boolean had = !selection.isEmpty();
        selection.clear();
        return had;
    }

    private void menuRequested(ContextMenuEvent event) {
        Placed placed = viewport.placedAt(event.getY());
        if (placed != null && !event.isKeyboardTrigger()) {
            focus.set(placed.slot());
            menu.show(this, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        Placed placed = viewport.placedAt(event.getY());
        if (placed != null && event.getButton() == MouseButton.PRIMARY) {
            focus.set(placed.slot());
        }
    }

    private void clicked(MouseEvent event) {
        boolean plain = event.getButton() == MouseButton.PRIMARY && event.isStillSincePress();
        Placed placed = viewport.placedAt(event.getY());
        RowNode row = placed == null ? null : viewport.row(placed);
        if (plain && row != null && selection.isEmpty()) {
            row.linkAt(event.getX() - row.getLayoutX(), event.getY() - row.getLayoutY())
                    .ifPresent(actions::openLink);
        }
    }

    private void byKeyboard(boolean now) {
        if (now != byKeyboard) {
            byKeyboard = now;
            viewport.requestLayout();
        }
    }

    // Layout

    private void laidOut() {
        found.laidOut();
        selection.paint();
        scroller.update();
        focus.update(isFocusWithin() && byKeyboard);
        pill.update(
                !viewport.isFollowing() && viewport.rows().toBottom() > Viewport.NEAR,
                viewport.hasNew());
        placePill();
    }

    private void placePill() {
        pill.relocate(
                Math.rint((getWidth() - pill.getWidth()) / 2),
                Math.rint(getHeight() - pill.getHeight() - viewport.em()));
    }

    @Override
    protected void layoutChildren() {
        double bar = Math.ceil(scroller.prefWidth(-1));
        viewport.resizeRelocate(0, 0, getWidth(), getHeight());
        scroller.resizeRelocate(getWidth() - bar, 0, bar, getHeight());
        placePill();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> viewport.slots().slots();
            case FOCUS_ITEM -> focus.slot() < 0 ? this : focus.ring();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
