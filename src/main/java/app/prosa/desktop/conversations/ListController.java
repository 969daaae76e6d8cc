package app.prosa.desktop.conversations;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.desktop.FxThread;
import app.prosa.desktop.Icon;
import app.prosa.desktop.Navigation;
import app.prosa.desktop.Shortcut;
import app.prosa.desktop.Views;
import app.prosa.desktop.conversations.ListModel.State;
import app.prosa.desktop.conversations.Row.Header;
import app.prosa.desktop.conversations.Row.Item;
import app.prosa.settings.Settings.Appearance;
import app.prosa.settings.Settings.Density;
import app.prosa.settings.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Connects the list to its model. */
final class ListController {
    private static final Duration TYPING = Duration.millis(150);
    private static final int MOST_CHOSEN = 500;
    private static final double COSY = 44;
    private static final double COMPACT = 32;

    private final ListModel model;
    private final ListActions actions;
    private final Navigation navigation;
    private final Texts texts;
    private final Times times;
    private final Renaming renaming;
    private final PauseTransition typing = new PauseTransition(TYPING);
    private final FxThread.Latest<Boolean> sight = new FxThread.Latest<>(_ -> tellSight());
    private final Parent root;
    private @Nullable VirtualFlow<?> flow;
    private boolean compact;

    @FXML private StackPane searchBox;
    @FXML private TextField search;
    @FXML private Button clear;
    @FXML private Button create;
    @FXML private ListView<Row> list;
    @FXML private VBox empty;
    @FXML private Label emptyTitle;
    @FXML private Label emptyHint;
    @FXML private Button again;

    ListController(
            ListModel model, ListActions actions, Navigation navigation, Texts texts, Times times) {
        this.model = model;
        this.actions = actions;
        this.navigation = navigation;
        this.texts = texts;
        this.times = times;
        this.renaming =
                new Renaming(texts.get("list.rename.field"), actions::rename, this::refresh);
        this.root = Views.load("conversation_list", this, texts);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        searching();
        create.setGraphic(Icon.NEW_CHAT.node());
        create.setTooltip(
                new Tooltip(
                        texts.get(
                                "shell.tip", texts.get("list.new"), Shortcut.NEW_CHAT.display())));
        create.setOnAction(event -> navigation.newChat());
        again.setOnAction(event -> model.tryAgain());
        var shared =
                new ConversationCell.Context(
                        model, renaming, new RowMenu(this, texts), texts, times);
        list.setCellFactory(view -> new ConversationCell(shared, this));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        // Before the list itself hears of it.
        model.rows().addListener(this::chooseNotTooMany);
        list.setItems(model.rows());
        list.addEventFilter(KeyEvent.KEY_PRESSED, new ListKeys(this, list)::pressed);
        model.state().subscribe(this::show);
    }

    private void searching() {
        Node icon = Icon.SEARCH.node();
        StackPane.setAlignment(icon, Pos.CENTER_LEFT);
        searchBox.getChildren().add(icon);
        clear.setGraphic(Icon.CLOSE.small());
        clear.visibleProperty().bind(search.textProperty().isNotEmpty());
        clear.setOnAction(event -> search.clear());
        typing.setOnFinished(event -> model.search(search.getText()));
        search.textProperty().addListener(change -> typing.playFromStart());
        search.addEventHandler(KeyEvent.KEY_PRESSED, this::searchKey);
    }

    private void searchKey(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> {
                if (!search.getText().isEmpty()) {
                    search.clear();
                    event.consume();
                }
            }
            case DOWN, ENTER -> {
                enterList();
                event.consume();
            }
            default -> {}
        }
    }

    private void enterList() {
        model.first()
                .ifPresent(id -> {
                    list.requestFocus();
                    list.getSelectionModel().clearAndSelect(model.indexOf(id));
                });
    }

    private void show(State state) {
        empty.setVisible(state != State.LOADING && state != State.FILLED);
        again.setVisible(state == State.FAILED);
        switch (state) {
            case LOADING, FILLED -> {}
            case EMPTY -> say(texts.get("list.empty"), texts.get("list.empty.hint"));
            case NOTHING_FOUND ->
                    say(texts.get("list.nothing", model.words()), texts.get("list.nothing.hint"));
            case FAILED -> say(texts.get("list.broken"), texts.get("list.broken.hint"));
        }
    }

    private void say(String title, String hint) {
        emptyTitle.setText(title);
        emptyHint.setText(hint);
    }

    void look(Appearance appearance) {
        compact = appearance.density() == Density.COMPACT;
        double height = compact ? COMPACT : COSY;
        list.setFixedCellSize(Math.rint(height * appearance.zoom() / 100.0));
        refresh();
    }

    boolean isCompact() {
        return compact;
    }

    String title(Conversation conversation) {
        return actions.title(conversation);
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    void open(ConversationId id) {
        navigation.openConversation(id);
    }

    void showOpen(ConversationId id) {
        int index = model.indexOf(id);
        if (index >= 0 && !list.getSelectionModel().isSelected(index)) {
            list.getSelectionModel().clearAndSelect(index);
            reveal(index);
        }
    }

    void rename(Conversation conversation) {
        reveal(model.indexOf(conversation.id()));
        renaming.begin(conversation);
    }

    /** A cell shows another line. Some that do are not on the screen, so it says not which. */
    void drawn() {
        sight.submit(true);
    }

    private void tellSight() {
        VirtualFlow<?> drawing = flow();
        IndexedCell<?> first = drawing == null ? null : drawing.getFirstVisibleCell();
        IndexedCell<?> last = drawing == null ? null : drawing.getLastVisibleCell();
        if (first != null && last != null) {
            model.shown(first.getIndex(), last.getIndex());
        }
    }

    private @Nullable VirtualFlow<?> flow() {
        if (flow == null && list.lookup(".virtual-flow") instanceof VirtualFlow<?> found) {
            flow = found;
        }
        return flow;
    }

    /** Scrolls no further than it must. */
    void reveal(int index) {
        list.applyCss();
        list.layout();
        VirtualFlow<?> drawing = flow();
        if (drawing != null) {
            drawing.scrollTo(index);
        }
    }

    void pin(Conversation conversation) {
        actions.pin(conversation);
    }

    void trash(List<ConversationId> ids) {
        actions.trash(ids);
    }

    /** The lines that are chosen, without headers. */
    private List<Integer> chosenLines() {
        return list.getSelectionModel().getSelectedIndices().stream()
                .filter(line -> line >= 0 && !(list.getItems().get(line) instanceof Header))
                .toList();
    }

    int chosen() {
        return chosenLines().size();
    }

    /** Does something with all that are chosen; at once, if they are at hand. */
    void withChosen(Consumer<List<ConversationId>> action) {
        model.collect(chosenLines(), action);
    }

    /**
     * When lines come or go, JavaFX moves all that are chosen one by one, and each of them costs
     * more the more there are: with all of a long list it would not be done in minutes.
     */
    private void chooseNotTooMany(ListChangeListener.Change<? extends Row> change) {
        while (change.next()) {
            boolean moved = change.wasAdded() || change.wasRemoved();
            if (moved && list.getSelectionModel().getSelectedIndices().size() > MOST_CHOSEN) {
                list.getSelectionModel().clearSelection();
            }
        }
    }

    /** Whether this one is chosen, and others with it. */
    boolean isOneOfMany(Conversation conversation) {
        int line = model.indexOf(conversation.id());
        return chosen() > 1 && list.getSelectionModel().isSelected(line);
    }

    Optional<Conversation> find(ConversationId id) {
        int index = model.indexOf(id);
        return index >= 0 && model.rows().get(index) instanceof Item item
                ? Optional.of(item.conversation())
                : Optional.empty();
    }

    private void refresh() {
        list.refresh();
        list.layout();
    }
}
