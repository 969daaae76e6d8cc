package app.prosa.desktop.settings;

import app.prosa.settings.Texts;
import app.prosa.settings.hub.RequestLine;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A request in the log: when, what, how it ended, how long it took, and who asked. */
final class RequestCell extends ListCell<RequestLine> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final List<String> ENDS = List.of("good", "refused", "broken");

    private final Texts texts;
    private final Label time = label("time");
    private final Label method = label("method");
    private final Label path = label("path");
    private final Label status = label("status");
    private final Label took = label("took");
    private final Label who = label("who");
    private final HBox line = new HBox(time, method, path, status, took, who);

    RequestCell(Texts texts) {
        this.texts = texts;
        HBox.setHgrow(path, Priority.ALWAYS);
        path.setMaxWidth(Double.MAX_VALUE);
        line.getStyleClass().add("request");
        getStyleClass().add("request-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // As wide as the list: a long path is cut, not scrolled.
        setPrefWidth(0);
    }

    private static Label label(String part) {
        Label label = new Label();
        label.getStyleClass().add("request-" + part);
        return label;
    }

    @Override
    protected void updateItem(@Nullable RequestLine request, boolean empty) {
        super.updateItem(request, empty);
        if (empty || request == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            setGraphic(line);
            show(request);
        }
    }

    private void show(RequestLine request) {
        time.setText(TIME.format(request.at().atZone(ZoneId.systemDefault())));
        method.setText(request.method());
        path.setText(request.path());
        status.setText(request.status() == 0 ? "–" : Integer.toString(request.status()));
        status.getStyleClass().removeAll(ENDS);
        status.getStyleClass().add(end(request.status()));
        took.setText(texts.get("settings.server.log.took", request.took().toMillis()));
        who.setText(caller(request));
        setAccessibleText(
                String.join(" ", line.getChildren().stream().map(RequestCell::text).toList()));
    }

    private static String text(Node label) {
        return ((Label) label).getText();
    }

    /** Gone before the answer is nobody's fault, but no success either. */
    private static String end(int status) {
        if (status >= 500) {
            return "broken";
        }
        return status == 0 || status >= 400 ? "refused" : "good";
    }

    private String caller(RequestLine request) {
        return switch (request.who()) {
            case KEY -> texts.get("settings.server.log.key", request.name());
            case VISITOR -> texts.get("settings.server.log.visitor", request.name());
            case NOBODY -> request.name();
        };
    }
}
