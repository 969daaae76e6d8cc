package app.prosa.desktop.transcript.rows;

import app.prosa.conversation.Author;
import app.prosa.conversation.Message.AttachmentInfo;
import app.prosa.conversation.MessageState;
import app.prosa.desktop.Icon;
import app.prosa.desktop.transcript.lines.Line;
import app.prosa.settings.Texts;
import java.text.NumberFormat;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The rows around the text of a message that need nothing but a few labels and buttons. */
final class PlainRows {
    private final RowContext context;
    private final Texts texts;

    PlainRows(RowContext context) {
        this.context = context;
        this.texts = context.texts();
    }

    RowNode byline(Line.Byline line, Site site) {
        boolean note = line.author() == Author.NOTE;
        Label label =
                new Label(
                        texts.get(note ? "transcript.author.note" : "transcript.author.operator"));
        label.setGraphic((note ? Icon.INFO : Icon.USER).small());
        label.getStyleClass().add("byline");
        return new PaneRow(context, line, site, new HBox(label), List.of());
    }

    RowNode attachments(Line.Attachments line, Site site) {
        FlowPane chips = new FlowPane();
        chips.getStyleClass().add("attachments");
        line.files().forEach(file -> chips.getChildren().add(chip(file)));
        return new PaneRow(context, line, site, chips, List.of());
    }

    private Label chip(AttachmentInfo file) {
        Label chip = new Label(file.name() + " · " + size(file.size()));
        boolean image = file.mediaType().startsWith("image/");
        chip.setGraphic((image ? Icon.IMAGE : Icon.FILE).small());
        chip.getStyleClass().add("attachment");
        return chip;
    }

    private String size(int bytes) {
        NumberFormat format = NumberFormat.getInstance(texts.locale());
        format.setMaximumFractionDigits(1);
        if (bytes < 1 << 10) {
            return texts.get("transcript.bytes", bytes);
        }
        return bytes < 1 << 20
                ? texts.get("transcript.kilobytes", format.format(bytes / 1024.0))
                : texts.get("transcript.megabytes", format.format(bytes / 1024.0 / 1024.0));
    }

    RowNode reasoning(Line.ReasoningHead line, Site site) {
        boolean open = site.unfolded().isReasoningOpen();
        Button button = new Button(thought(line));
        button.setGraphic((open ? Icon.CHEVRON_DOWN : Icon.CHEVRON_RIGHT).small());
        button.getStyleClass().addAll("ghost", "reasoning-head");
        button.setFocusTraversable(false);
        button.setOnAction(e -> {
            site.unfolded().toggleReasoning();
            context.changed(site.slot());
        });
        return new PaneRow(context, line, site, new HBox(button), List.of(button));
    }

    private String thought(Line.ReasoningHead line) {
        if (line.writing()) {
            return texts.get("transcript.reasoning.writing");
        }
        return line.took() == null
                ? texts.get("transcript.reasoning")
                : texts.get("transcript.reasoning.took", Durations.text(line.took(), texts));
    }

    RowNode writing(Line.Writing line, Site site) {
        Region dot = new Region();
        dot.getStyleClass().add("dot");
        Label label = new Label(texts.get("transcript.writing"));
        HBox box = new HBox(dot, label);
        box.getStyleClass().add("writing");
        return new PaneRow(context, line, site, box, List.of());
    }

    RowNode notice(Line.Notice line, Site site) {
        Button retry = offer(texts.get("transcript.retry"), () -> context.retry(site.slot()));
        boolean failed = line.state() == MessageState.FAILED;
        HBox box = banner((failed ? Icon.ALERT : Icon.INFO), sentence(line), retry);
        if (failed) {
            box.getStyleClass().add("danger");
        } else if (line.state() == MessageState.INTERRUPTED) {
            box.getStyleClass().add("warning");
        }
        return new PaneRow(context, line, site, box, List.of(retry));
    }

    /** Going on is offered where that is what comes next: at the end of the conversation. */
    RowNode cutShort(Line.CutShort line, Site site) {
        if (!line.begun()) {
            Button retry = offer(texts.get("transcript.retry"), () -> context.retry(site.slot()));
            HBox box = banner(Icon.INFO, texts.get("transcript.cut.empty"), retry);
            return new PaneRow(context, line, site, box, List.of(retry));
        }
        if (!context.canGoOn(site.slot())) {
            HBox box = banner(Icon.INFO, texts.get("transcript.cut"));
            return new PaneRow(context, line, site, box, List.of());
        }
        Button goOn = offer(texts.get("transcript.cut.on"), () -> context.goOn(site.slot()));
        HBox box = banner(Icon.INFO, texts.get("transcript.cut"), goOn);
        return new PaneRow(context, line, site, box, List.of(goOn));
    }

    /** It is sent again where that can be of use. */
    RowNode undelivered(Line.Undelivered line, Site site) {
        String sentence = new DeliveryWords(texts).failed(line.trouble());
        if (!DeliveryWords.canBeSentAgain(line.trouble())) {
            HBox box = banner(Icon.ALERT, sentence);
            box.getStyleClass().add("danger");
            return new PaneRow(context, line, site, box, List.of());
        }
        Button again =
                offer(texts.get("transcript.delivery.again"), () -> context.resend(site.slot()));
        HBox box = banner(Icon.ALERT, sentence, again);
        box.getStyleClass().add("danger");
        return new PaneRow(context, line, site, box, List.of(again));
    }

    private Button offer(String text, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().add("retry");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setFocusTraversable(false);
        button.setOnAction(e -> action.run());
        return button;
    }

    private static HBox banner(Icon icon, String sentence, Button... offers) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox box = new HBox(icon.small(), label);
        box.getChildren().addAll(offers);
        box.getStyleClass().addAll("banner", "notice");
        return box;
    }

    private String sentence(Line.Notice line) {
        if (line.failure() != null) {
            return context.sentence(line.failure(), line.model());
        }
        return switch (line.state()) {
            case STOPPED -> texts.get("transcript.stopped");
            case INTERRUPTED -> texts.get("transcript.interrupted");
            case FAILED, STREAMING, COMPLETE -> texts.get("transcript.failed");
        };
    }
}
