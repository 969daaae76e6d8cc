package app.prosa.desktop.transcript.rows;

import app.prosa.conversation.Author;
import app.prosa.conversation.ReplyMeta;
import app.prosa.desktop.transcript.lines.Line;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The actions of a message, its versions, and how it was made. Its buttons are used again. */
final class FooterRow extends RowNode {
    private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");
    private static final double HEIGHT = 2;

    private final HBox bar = new HBox();
    private final Map<MessageAction, Button> buttons = new EnumMap<>(MessageAction.class);
    private final List<MessageAction> actions;
    private final @Nullable Pager pager;
    private final Label meta = new Label();

    FooterRow(RowContext context, Line.Footer line, Site site) {
        super(context, line, site);
        actions = MessageAction.of(line.author(), context.isOwn());
        pager = line.versions() > 1 ? new Pager(context, this::showVersion) : null;
        if (pager != null) {
            bar.getChildren().add(pager);
        }
        for (MessageAction action : actions) {
            String name = context.texts().get(action.key());
            Button button =
                    Buttons.icon(action.icon(), name, () -> context.act(action, site().slot()));
            buttons.put(action, button);
            bar.getChildren().add(button);
        }
        meta.getStyleClass().add("meta");
        HBox.setHgrow(meta, Priority.ALWAYS);
        meta.setMaxWidth(Double.MAX_VALUE);
        bar.setManaged(false);
        bar.getStyleClass().add("actions");
        bar.getChildren().add(meta);
        getChildren().add(bar);
        renew(line);
    }

    private void showVersion(int delta) {
        context().showVersion(site().slot(), delta);
    }

    @Override
    boolean accepts(Line other) {
        return other instanceof Line.Footer footer
                && MessageAction.of(footer.author(), context().isOwn()).equals(actions)
                && footer.versions() > 1 == (pager != null);
    }

    @Override
    void renew(Line other) {
        Line.Footer footer = (Line.Footer) other;
        namePin(footer.pinned());
        if (pager != null) {
            pager.show(footer.version(), footer.versions());
        }
        meta.setText(describe(footer));
    }

    private void namePin(boolean pinned) {
        Button pin = Objects.requireNonNull(buttons.get(MessageAction.PIN));
        String key = pinned ? "transcript.action.unpin" : MessageAction.PIN.key();
        pin.pseudoClassStateChanged(PINNED, pinned);
        pin.setAccessibleText(context().texts().get(key));
    }

    private String describe(Line.Footer footer) {
        List<String> parts = new ArrayList<>();
        ReplyMeta reply = footer.meta();
        if (reply != null && footer.author() == Author.ASSISTANT) {
            parts.add(reply.model().model());
            if (reply.usage() != null) {
                NumberFormat format = NumberFormat.getInstance(context().texts().locale());
                String tokens = format.format(reply.usage().completionTokens());
                parts.add(context().texts().get("transcript.meta.tokens", tokens));
            }
            if (reply.firstToken() != null) {
                String wait = Durations.text(reply.firstToken(), context().texts());
                parts.add(context().texts().get("transcript.meta.first", wait));
            }
        }
        parts.add(time(footer));
        if (footer.delivery() != null) {
            parts.add(new DeliveryWords(context().texts()).brief(footer.delivery()));
        }
        return String.join(" · ", parts);
    }

    private String time(Line.Footer footer) {
        ZonedDateTime at = footer.createdAt().atZone(ZoneId.systemDefault());
        boolean today = at.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault()));
        DateTimeFormatter format =
                today
                        ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        : DateTimeFormatter.ofLocalizedDateTime(
                                FormatStyle.MEDIUM, FormatStyle.SHORT);
        return format.withLocale(context().texts().locale()).format(at);
    }

    @Override
    double contentHeight(double width) {
        return Math.rint(HEIGHT * em());
    }

    @Override
    void layoutContent(double x, double y, double width, double height) {
        bar.resizeRelocate(x, y, width, height);
    }

    @Override
    public List<Node> reachable() {
        List<Node> all = new ArrayList<>();
        if (pager != null) {
            all.addAll(pager.buttons());
        }
        all.addAll(buttons.values());
        return all;
    }
}
