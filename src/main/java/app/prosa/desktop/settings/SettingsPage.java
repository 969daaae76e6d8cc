package app.prosa.desktop.settings;

import app.prosa.desktop.FxThread;
import app.prosa.desktop.Icon;
import app.prosa.desktop.Navigation;
import app.prosa.desktop.Page;
import app.prosa.desktop.PageContext;
import app.prosa.desktop.Services;
import app.prosa.desktop.Views;
import app.prosa.settings.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The settings: a page with its sections at the left, one of them at the right, and a search that
 * shows only the rows it finds. What is changed applies at once.
 */
public final class SettingsPage implements Page {
    private final Texts texts;
    private final Navigation navigation;
    private final Sections views;
    private final Map<Navigation.Section, SectionPane> made =
            new EnumMap<>(Navigation.Section.class);
    private final Parent root;

    @FXML private Button back;
    @FXML private TextField search;
    @FXML private ListView<Navigation.Section> sections;
    @FXML private ScrollPane scroll;
    @FXML private VBox column;
    @FXML private Label nothing;

    /**
     * @param secretFile see {@link SecretFileDoor#of}
     */
    public SettingsPage(
            PageContext context,
            Services services,
            SecretFileDoor secretFile,
            Navigation.Section first) {
        this.texts = context.texts();
        this.navigation = context.navigation();
        this.views = new Sections(context, services, secretFile, FxThread::run);
        this.root = Views.load("settings", this, texts);
        open(first);
    }

    /** Shows a section; what was searched for is forgotten. */
    public void open(Navigation.Section section) {
        search.clear();
        sections.getSelectionModel().select(section);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void shown() {
        sections.requestFocus();
    }

    @Override
    public void close() {
        // A field that loses the focus hands over what was typed into it.
        root.requestFocus();
        views.close();
    }

    @FXML
    private void initialize() {
        back.setGraphic(Icon.CHEVRON_LEFT.small());
        sections.getItems().setAll(Navigation.Section.values());
        sections.setCellFactory(_ -> new SectionCell(texts));
        sections.getSelectionModel().selectedItemProperty().subscribe(this::show);
        search.textProperty().subscribe((_, query) -> find(query));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInSearch);
        Shown.when(nothing, false);
    }

    private void pressedInSearch(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN) {
            sections.requestFocus();
            event.consume();
        }
    }

    private void show(Navigation.@Nullable Section section) {
        if (section != null) {
            SectionPane pane = pane(section);
            pane.narrow("");
            showOnly(List.of(pane));
        }
    }

    /** The sections keep their own order, whichever was asked for first. */
    private void showOnly(List<SectionPane> shown) {
        column.getChildren().removeIf(SectionPane.class::isInstance);
        column.getChildren().addAll(shown);
        scroll.setVvalue(0);
    }

    private void find(String query) {
        Navigation.Section chosen = sections.getSelectionModel().getSelectedItem();
        if (query.isBlank()) {
            sections.getItems().setAll(Navigation.Section.values());
            Shown.when(nothing, false);
            sections.getSelectionModel().select(chosen == null ? lastShown() : chosen);
            show(sections.getSelectionModel().getSelectedItem());
            return;
        }
        List<Navigation.Section> found =
                List.of(Navigation.Section.values()).stream()
                        .filter(section -> pane(section).narrow(query))
                        .toList();
        sections.getSelectionModel().clearSelection();
        sections.getItems().setAll(found);
        showOnly(found.stream().map(this::pane).toList());
        nothing.setText(texts.get("settings.search.nothing", query.strip()));
        Shown.when(nothing, found.isEmpty());
    }

    private Navigation.Section lastShown() {
        return column.getChildren().stream()
                .filter(SectionPane.class::isInstance)
                .findFirst()
                .flatMap(this::sectionOf)
                .orElse(Navigation.Section.GENERAL);
    }

    private Optional<Navigation.Section> sectionOf(Node pane) {
        return made.entrySet().stream()
                .filter(e -> e.getValue() == pane)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private SectionPane pane(Navigation.Section section) {
        return made.computeIfAbsent(section, views::load);
    }

    @FXML
    private void goBack() {
        navigation.back();
    }
}
