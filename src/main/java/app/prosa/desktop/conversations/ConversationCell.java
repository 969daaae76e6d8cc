package app.prosa.desktop.conversations;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.desktop.conversations.Row.Header;
import app.prosa.desktop.conversations.Row.Item;
import app.prosa.desktop.conversations.Row.Pending;
import app.prosa.settings.Texts;
import java.util.Locale;
import java.util.StringJoiner;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Shows one line of the list. */
final class ConversationCell extends ListCell<Row> {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    /** What all cells of a list share. */
    record Context(ListModel model, Renaming renaming, RowMenu menu, Texts texts, Times times) {}

    private final Context shared;
    private final ListController list;
    private final Label header = new Label();
    private final ConversationRow row = new ConversationRow();

    /** What the button of the mouse went down on: the lines may move before it is released. */
    private @Nullable ConversationId pressed;

    ConversationCell(Context shared, ListController list) {
        this.shared = shared;
        this.list = list;
        getStyleClass().add("conversation-cell");
        header.getStyleClass().add("group-label");
        header.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        shared.model().open().addListener(change -> markOpen());
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pressed = shownId());
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    @Override
    protected void updateItem(@Nullable Row item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        boolean isItem = !empty && item instanceof Item;
        setMouseTransparent(!isItem);
        setContextMenu(isItem ? shared.menu().of(this) : null);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            list.drawn();
            switch (item) {
                case Header head -> show(head);
                case Pending pending -> {
                    getStyleClass().remove("group-cell");
                    setGraphic(null);
                    setAccessibleText(null);
                }
                case Item one -> show(one);
            }
        }
        markOpen();
    }

    private void show(Header head) {
        getStyleClass().remove("group-cell");
        getStyleClass().add("group-cell");
        header.setText(name(head.group()));
        setAccessibleText(header.getText());
        setGraphic(header);
    }

    private void show(Item item) {
        getStyleClass().remove("group-cell");
        Conversation conversation = item.conversation();
        if (shared.renaming().isOf(conversation.id())) {
            setGraphic(shared.renaming().view());
            return;
        }
        boolean unread = conversation.unread() > 0;
        String title = list.title(conversation);
        row.show(
                title,
                list.isCompact() ? "" : conversation.preview(),
                shared.times().of(item.group(), conversation.updatedAt()));
        String channel = ChannelMark.words(conversation, shared.texts());
        row.channel().show(conversation.channel(), conversation.mode(), channel);
        row.mark(unread, item.streaming());
        setAccessibleText(spoken(title, channel, item));
        setGraphic(row);
    }

    private String spoken(String title, String channel, Item item) {
        Texts texts = shared.texts();
        StringJoiner name = new StringJoiner(", ").add(title);
        if (!channel.isEmpty()) {
            name.add(channel);
        }
        if (item.streaming()) {
            name.add(texts.get("list.streaming"));
        }
        if (item.conversation().unread() > 0) {
            name.add(texts.get("list.unread", item.conversation().unread()));
        }
        return name.add(shared.times().of(item.group(), item.conversation().updatedAt()))
                .toString();
    }

    private String name(Group group) {
        return switch (group) {
            case Group.Named named ->
                    shared.texts().get("list.group." + named.name().toLowerCase(Locale.ROOT));
            case Group.Month month -> shared.times().of(month);
        };
    }

    private @Nullable ConversationId shownId() {
        return !isEmpty() && getItem() instanceof Item item ? item.conversation().id() : null;
    }

    private void markOpen() {
        ConversationId id = shownId();
        boolean open = id != null && id.equals(shared.model().open().get());
        pseudoClassStateChanged(OPEN, open);
    }

    private void clicked(MouseEvent event) {
        boolean plain =
                event.getButton() == MouseButton.PRIMARY
                        && !event.isShortcutDown()
                        && !event.isShiftDown();
        if (plain && pressed != null && !shared.renaming().isActive()) {
            list.open(pressed);
        }
    }
}
