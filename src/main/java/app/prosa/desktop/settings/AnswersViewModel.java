package app.prosa.desktop.settings;

import app.prosa.settings.Settings.Models;
import app.prosa.settings.Texts;
import java.text.NumberFormat;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** How models answer where neither conversation nor persona says otherwise. */
final class AnswersViewModel {
    private static final double MAX_TEMPERATURE = 2;
    private static final int MAX_TOKENS = 999_999_999;
    private static final int MAX_CONTEXT = 1000;

    private final Slice<Models> models;
    private final Texts texts;

    AnswersViewModel(Slice<Models> models, Texts texts) {
        this.models = models;
        this.texts = texts;
    }

    ReadOnlyObjectProperty<Models> state() {
        return models.valueProperty();
    }

    /** As a field shows it: empty for the provider's default. */
    String temperature() {
        Double value = models.get().temperature();
        return value == null ? "" : decimal(value, texts);
    }

    static String decimal(double value, Texts texts) {
        NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
        format.setMaximumFractionDigits(4);
        return format.format(value);
    }

    String maxTokens() {
        Integer value = models.get().maxTokens();
        return value == null ? "" : value.toString();
    }

    String contextMessages() {
        return Integer.toString(models.get().contextMessages());
    }

    void setTemperature(String typed, StringProperty problem) {
        take(
                Entry.decimal(typed, 0, MAX_TEMPERATURE),
                problem,
                "settings.answers.temperature.problem",
                value -> m -> answers(m, value, m.maxTokens(), m.contextMessages()));
    }

    void setMaxTokens(String typed, StringProperty problem) {
        take(
                Entry.whole(typed, 1, MAX_TOKENS),
                problem,
                "settings.answers.maxTokens.problem",
                value -> m -> answers(m, m.temperature(), value, m.contextMessages()));
    }

    void setContextMessages(String typed, StringProperty problem) {
        take(
                Entry.whole(typed, 1, MAX_CONTEXT),
                problem,
                "settings.answers.context.problem",
                value ->
                        m ->
                                answers(
                                        m,
                                        m.temperature(),
                                        m.maxTokens(),
                                        value == null ? Models.DEFAULT.contextMessages() : value));
    }

    private <N extends Number> void take(
            Entry<N> entry, StringProperty problem, String sentence, Change<N> change) {
        switch (entry) {
            case Entry.Blank<N>() -> accept(problem, change.to(null));
            case Entry.Given<N>(N value) -> accept(problem, change.to(value));
            case Entry.Unusable<N>() -> problem.set(texts.get(sentence));
        }
    }

    private void accept(StringProperty problem, UnaryOperator<Models> change) {
        problem.set("");
        models.change(change);
    }

    /** The change that puts a value in, or nothing. */
    @FunctionalInterface
    private interface Change<N extends Number> {
        UnaryOperator<Models> to(@Nullable N value);
    }

    static Models answers(
            Models m, @Nullable Double temperature, @Nullable Integer maxTokens, int context) {
        return new Models(m.providers(), m.chosen(), temperature, maxTokens, context);
    }
}
