package app.prosa.desktop.settings;

import app.prosa.desktop.hub.RequestLog;
import app.prosa.settings.Texts;
import app.prosa.settings.hub.RequestLine;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;

final class RequestLogController {
    private final RequestLog log;
    private final Texts texts;

    @FXML private ToggleButton pause;
    @FXML private Label none;
    @FXML private ListView<RequestLine> lines;

    RequestLogController(RequestLog log, Texts texts) {
        this.log = log;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        lines.setItems(log.lines());
        lines.setCellFactory(_ -> new RequestCell(texts));
        pause.selectedProperty().subscribe(log::pause);
        log.lines().addListener((ListChangeListener<RequestLine>) _ -> show());
        show();
    }

    private void show() {
        boolean empty = log.lines().isEmpty();
        Shown.when(none, empty);
        Shown.when(lines, !empty);
    }
}
