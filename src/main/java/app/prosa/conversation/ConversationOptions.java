package app.prosa.conversation;

import org.jspecify.annotations.Nullable;

/** What a conversation has of its own; null means "as the settings say". */
public record ConversationOptions(
        @Nullable ModelRef model,
        @Nullable String personaId,
        @Nullable String systemPrompt,
        @Nullable Double temperature,
        @Nullable Integer maxTokens,
        @Nullable Integer contextMessages) {

    public static final ConversationOptions DEFAULT =
            new ConversationOptions(null, null, null, null, null, null);

    public ConversationOptions withModel(@Nullable ModelRef value) {
        return new ConversationOptions(
                value, personaId, systemPrompt, temperature, maxTokens, contextMessages);
    }

    public ConversationOptions withPersona(@Nullable String value) {
        return new ConversationOptions(
                model, value, systemPrompt, temperature, maxTokens, contextMessages);
    }

    public ConversationOptions withSystemPrompt(@Nullable String value) {
        return new ConversationOptions(
                model, personaId, value, temperature, maxTokens, contextMessages);
    }

    public ConversationOptions withTemperature(@Nullable Double value) {
        return new ConversationOptions(
                model, personaId, systemPrompt, value, maxTokens, contextMessages);
    }

    public ConversationOptions withMaxTokens(@Nullable Integer value) {
        return new ConversationOptions(
                model, personaId, systemPrompt, temperature, value, contextMessages);
    }

    public ConversationOptions withContextMessages(@Nullable Integer value) {
        return new ConversationOptions(
                model, personaId, systemPrompt, temperature, maxTokens, value);
    }
}
