package app.prosa.desktop.settings;

import app.prosa.desktop.FxThread;
import app.prosa.desktop.SlowWork;
import app.prosa.desktop.SystemDialogs;
import app.prosa.desktop.Views;
import app.prosa.settings.DataDirectory;
import app.prosa.settings.Texts;
import java.nio.file.Path;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.VBox;

final class AboutController {
    private final String programVersion;
    private final Path dataDir;
    private final UpdatesController versions;
    private final SystemDialogs dialogs;
    private final Texts texts;
    private final SlowWork disk = new SlowWork(FxThread::run);

    @FXML private Label version;
    @FXML private TextField system;
    @FXML private TextField folder;
    @FXML private SettingRow crashRow;
    @FXML private Button showCrashes;
    @FXML private VBox updates;
    @FXML private SettingCard others;

    AboutController(
            String programVersion,
            Path dataDir,
            UpdatesController versions,
            SystemDialogs dialogs,
            Texts texts) {
        this.programVersion = programVersion;
        this.dataDir = dataDir;
        this.versions = versions;
        this.dialogs = dialogs;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        version.setText(texts.get("settings.about.version", programVersion));
        system.setText(
                texts.get(
                        "settings.about.system.value",
                        programVersion,
                        System.getProperty("java.runtime.version"),
                        System.getProperty("javafx.runtime.version", "-"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch")));
        folder.setText(dataDir.toString());
        updates.getChildren().add(Views.load("settings_updates", versions, texts));
        showReports(0);
        disk.start(() -> reports(crashes()), this::showReports, _ -> showReports(0));
        others.getRows().setAll(Library.all().stream().map(this::row).toList());
    }

    private void showReports(int reports) {
        crashRow.setHint(texts.get("settings.about.crashes.hint", reports));
        Shown.when(showCrashes, reports > 0);
    }

    private Node row(Library library) {
        Hyperlink page = new Hyperlink(texts.get("settings.about.page"));
        page.setAccessibleText(texts.get("settings.about.pageOf", library.name()));
        page.setOnAction(_ -> dialogs.openLink(library.page()));
        SettingRow row = new SettingRow();
        row.setLabel(library.name());
        row.setHint(library.license());
        row.setControl(page);
        return row;
    }

    private Path crashes() {
        return dataDir.resolve(DataDirectory.CRASHES);
    }

    /** A handful at most, see CrashReports. */
    private static int reports(Path folder) {
        String[] names = folder.toFile().list((_, name) -> name.endsWith(".txt"));
        return names == null ? 0 : names.length;
    }

    @FXML
    private void showCrashes() {
        dialogs.openFolder(crashes());
    }

    @FXML
    private void openFolder() {
        dialogs.openFolder(dataDir);
    }

    @FXML
    private void copy() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, system.getText()));
    }
}
