package app.prosa.conversation;

import java.time.LocalDate;
import java.util.List;

/**
 * What was asked of models without a conversation: how much, not what. Both calls go to the
 * database and throw {@link StoreException} when it cannot do it.
 */
public interface UsageLog {

    /** Adds to what is kept for the same day, key and model. */
    void add(Usage usage);

    /** From this day on, oldest first, then by key and model. */
    List<Usage> since(LocalDate day);

    /**
     * What one key asked of one model on one day.
     *
     * @param day in UTC
     * @param key the name of the key, or {@value #LOCAL} where none was needed
     * @param model as the hub lists it
     * @param promptTokens as far as the providers counted them
     * @param completionTokens as far as the providers counted them
     */
    record Usage(
            LocalDate day,
            String key,
            String model,
            long calls,
            long promptTokens,
            long completionTokens) {
        public static final String LOCAL = "local";
    }
}
