package app.prosa.conversation;

import org.jspecify.annotations.Nullable;

/**
 * How the next reply of a conversation is made: its own options over the persona's over the
 * settings.
 *
 * @param model null when nothing is chosen yet
 * @param contextMessages how many of the last messages the model sees, at least 1
 */
public record TurnPlan(
        @Nullable ModelRef model,
        String systemPrompt,
        @Nullable Double temperature,
        @Nullable Integer maxTokens,
        int contextMessages) {}
