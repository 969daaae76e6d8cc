package app.prosa.conversation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of how a reply was made.
 *
 * @param model the model that answered, as the provider names it
 * @param usage the tokens, where the provider counted them
 * @param firstToken from the request to the first character of reasoning or answer
 * @param reasoning how long the model reasoned before its answer began
 * @param total from the request to the end
 * @param cutShort the answer ended because it reached the largest number of tokens
 */
public record ReplyMeta(
        ModelRef model,
        @Nullable Usage usage,
        @Nullable Duration firstToken,
        @Nullable Duration reasoning,
        Duration total,
        boolean cutShort) {

    /** Of an answer that ended by itself. */
    public ReplyMeta(
            ModelRef model,
            @Nullable Usage usage,
            @Nullable Duration firstToken,
            @Nullable Duration reasoning,
            Duration total) {
        this(model, usage, firstToken, reasoning, total, false);
    }

    /** Tokens of one call, as the provider counted them. */
    public record Usage(int promptTokens, int completionTokens) {}
}
