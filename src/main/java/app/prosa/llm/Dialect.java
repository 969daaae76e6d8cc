package app.prosa.llm;

import app.prosa.settings.Preset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which of the optional parameters a model takes. Providers differ, and the only reliable source is
 * their refusal, so this starts with what is known and learns from it.
 *
 * @param usage it takes {@code stream_options}, which asks for the count of tokens
 * @param temperature it takes {@code temperature}
 * @param tokenLimit how it calls the longest answer
 */
record Dialect(boolean usage, boolean temperature, TokenLimit tokenLimit) {

    /** OpenAI renamed the parameter when its models began to reason; others kept the name. */
    enum TokenLimit {
        MAX_TOKENS("max_tokens"),
        MAX_COMPLETION_TOKENS("max_completion_tokens");

        private final String field;

        TokenLimit(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }

        private TokenLimit other() {
            return this == MAX_TOKENS ? MAX_COMPLETION_TOKENS : MAX_TOKENS;
        }
    }

    private static final Pattern FIXED_TEMPERATURE = Pattern.compile("(o\\d|gpt-5(?!.*chat)).*");

    static Dialect of(Preset preset, String model) {
        boolean openAi = preset == Preset.OPENAI || preset == Preset.AZURE;
        return new Dialect(
                true,
                !openAi || !FIXED_TEMPERATURE.matcher(model).matches(),
                openAi ? TokenLimit.MAX_COMPLETION_TOKENS : TokenLimit.MAX_TOKENS);
    }

    /**
     * The dialect to try after a refusal.
     *
     * @param said the body of a 400 or 422
     * @param first the dialect that the first try used
     * @return nothing where the refusal is about something else
     */
    Optional<Dialect> afterRefusal(String said, Dialect first) {
        if (temperature && said.contains("temperature")) {
            return Optional.of(new Dialect(usage, false, tokenLimit));
        }
        if (tokenLimit == first.tokenLimit && said.contains(tokenLimit.field)) {
            return Optional.of(new Dialect(usage, temperature, tokenLimit.other()));
        }
        // Some servers say no more than that they do not like the request.
        return usage ? Optional.of(new Dialect(false, temperature, tokenLimit)) : Optional.empty();
    }
}
