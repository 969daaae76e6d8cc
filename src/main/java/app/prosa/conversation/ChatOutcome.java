package app.prosa.conversation;

import org.jspecify.annotations.Nullable;

/**
 * The end of a complete answer.
 *
 * @param model the name of the model that answered, which may be more exact than the one asked for
 * @param usage tokens as the provider counted them, where it did
 * @param cutShort the answer ended because it reached the largest number of tokens
 */
public record ChatOutcome(String model, ReplyMeta.@Nullable Usage usage, boolean cutShort) {}
