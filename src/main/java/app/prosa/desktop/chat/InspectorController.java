package app.prosa.desktop.chat;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.TurnPlan;
import app.prosa.settings.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/**
 * What this conversation has of its own: prompt, temperature, lengths. An empty field means "as the
 * settings say".
 */
public final class InspectorController {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final Texts texts;
    private final Consumer<ConversationOptions> onChange;
    private ConversationOptions options = ConversationOptions.DEFAULT;

    @FXML private ScrollPane root;
    @FXML private TextArea prompt;
    @FXML private Label promptNote;
    @FXML private TextField temperature;
    @FXML private TextField maxTokens;
    @FXML private TextField context;
    @FXML private Button reset;
    @FXML private Label facts;

    /**
     * @param onChange hears of each valid change once its field is left or Enter is pressed
     */
    InspectorController(Texts texts, Consumer<ConversationOptions> onChange) {
        this.texts = texts;
        this.onChange = onChange;
    }

    @FXML
    private void initialize() {
        name(prompt, "chat.inspector.prompt");
        name(temperature, "chat.inspector.temperature");
        name(maxTokens, "chat.inspector.tokens");
        name(context, "chat.inspector.context");
        onLeave(prompt, text -> options.withSystemPrompt(text.isBlank() ? null : text));
        onLeave(temperature, text -> options.withTemperature(OptionText.temperature(text)));
        onLeave(maxTokens, text -> options.withMaxTokens(OptionText.count(text, 1_000_000)));
        onLeave(context, text -> options.withContextMessages(OptionText.count(text, 1000)));
        reset.setOnAction(e -> change(ConversationOptions.DEFAULT.withModel(options.model())));
    }

    ScrollPane root() {
        return root;
    }

    /**
     * @param plan what the next reply is made with, to show what an empty field means
     */
    void show(@Nullable Conversation conversation, ConversationOptions shown, TurnPlan plan) {
        options = shown;
        put(prompt, shown.systemPrompt());
        put(temperature, shown.temperature());
        put(maxTokens, shown.maxTokens());
        put(context, shown.contextMessages());
        prompt.setPromptText(plan.systemPrompt());
        promptNote.setText(
                texts.get(
                        plan.systemPrompt().isBlank()
                                ? "chat.inspector.prompt.none"
                                : "chat.inspector.prompt.note"));
        temperature.setPromptText(orDefault(plan.temperature()));
        maxTokens.setPromptText(orDefault(plan.maxTokens()));
        context.setPromptText(String.valueOf(plan.contextMessages()));
        facts.setText(conversation == null ? texts.get("chat.inspector.new") : facts(conversation));
    }

    private String facts(Conversation conversation) {
        DateTimeFormatter format =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(texts.locale())
                        .withZone(ZoneId.systemDefault());
        return texts.get(
                "chat.inspector.facts.text",
                conversation.size(),
                format.format(conversation.createdAt()),
                format.format(conversation.updatedAt()));
    }

    private String orDefault(@Nullable Number value) {
        return value == null ? texts.get("chat.inspector.default") : value.toString();
    }

    private void name(TextInputControl field, String key) {
        field.setAccessibleText(texts.get(key));
    }

    private static void put(TextInputControl field, @Nullable Object value) {
        if (!field.isFocused()) {
            field.setText(value == null ? "" : value.toString());
            field.pseudoClassStateChanged(INVALID, false);
        }
    }

    private void onLeave(TextInputControl field, Function<String, ConversationOptions> change) {
        Runnable apply =
                () -> {
                    try {
                        change(change.apply(field.getText()));
                        field.pseudoClassStateChanged(INVALID, false);
                    } catch (NumberFormatException e) {
                        field.pseudoClassStateChanged(INVALID, true);
                    }
                };
        field.focusedProperty()
                .subscribe((was, focused) -> {
                    if (was && !focused) {
                        apply.run();
                    }
                });
        if (field instanceof TextField line) {
            line.setOnAction(e -> apply.run());
        }
    }

    private void change(ConversationOptions changed) {
        if (!changed.equals(options)) {
            options = changed;
            onChange.accept(changed);
        }
    }
}
