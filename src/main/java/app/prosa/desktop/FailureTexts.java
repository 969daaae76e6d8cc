package app.prosa.desktop;

import app.prosa.conversation.ChatModelException;
import app.prosa.conversation.Failure;
import app.prosa.settings.SecretsException;
import app.prosa.settings.Texts;
import java.time.Duration;
import java.util.Locale;

/** Says why a model gave no answer, in the reader's language. */
public record FailureTexts(Texts texts) {

    /**
     * What happened, what it means and what to do.
     *
     * @param provider what the operator calls it
     * @param model its name, or blank where it is about none in particular
     */
    public String sentence(Failure failure, String provider, String model) {
        return texts.get(
                "failure." + failure.kind().name().toLowerCase(Locale.ROOT),
                provider.isBlank() ? texts.get("settings.provider.any") : provider,
                model.isBlank() ? texts.get("settings.model.any") : model,
                seconds(failure));
    }

    /** What the server itself said, or why it was not reached, or empty. */
    public String said(Failure failure) {
        if (failure.detail().isBlank()) {
            return "";
        }
        String key = failure.kind() == Failure.Kind.NETWORK ? "failure.reason" : "failure.said";
        return texts.get(key, failure.detail().strip());
    }

    /** Both of them, for a place that has room for one text. */
    public String whole(Failure failure, String provider, String model) {
        return (sentence(failure, provider, model) + "\n" + said(failure)).strip();
    }

    /**
     * For calls that can fail in other ways, too.
     *
     * @param thrown by a model directory or the place of the secrets
     */
    public String whole(Exception thrown, String provider, String model) {
        return switch (thrown) {
            case ChatModelException e -> whole(e.failure(), provider, model);
            case SecretsException e -> e.sentence(texts);
            default -> sentence(Failure.of(Failure.Kind.INTERNAL), provider, model);
        };
    }

    /** Rounded up: half a second is not no time. */
    private static long seconds(Failure failure) {
        Duration wait = failure.retryAfter();
        return wait == null ? 0 : wait.plusMillis(999).toSeconds();
    }
}
