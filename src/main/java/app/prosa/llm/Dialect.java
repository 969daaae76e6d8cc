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
 * @param pictures what it is shown of them
 */
record Dialect(boolean usage, boolean temperature, TokenLimit tokenLimit, Pictures pictures) {

    /** How a model hears of pictures. */
    enum Pictures {
        SHOWN,
        /** In words, because of what came this time: another one may be fine. */
        TOLD_THIS_TIME,
        /** In words, because it sees none. */
        TOLD
    }

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

    // Words of OpenAI, Azure, OpenRouter, Groq, Mistral, DeepSeek, Ollama, llama.cpp and vLLM.
    private static final Pattern BAD_PICTURE =
            words(
                    "invalid_image|image_parse|unsupported image|unsupported_image"
                            + "|(parse|decode|process|download|read|load).{0,20}image"
                            + "|image.{0,60}(too large|too small|exceed|corrupt|format|resolution)");
    private static final Pattern BLIND =
            words(
                    "image|vision|multi-?modal|mmproj|must be a string|expected `?text"
                            + "|expected (a )?(valid )?string|invalid type: sequence");

    private static Pattern words(String alternatives) {
        return Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    static Dialect of(Preset preset, String model) {
        boolean openAi = preset == Preset.OPENAI || preset == Preset.AZURE;
        return new Dialect(
                true,
                !openAi || !FIXED_TEMPERATURE.matcher(model).matches(),
                openAi ? TokenLimit.MAX_COMPLETION_TOKENS : TokenLimit.MAX_TOKENS,
                Pictures.SHOWN);
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
            return Optional.of(new Dialect(usage, false, tokenLimit, pictures));
        }
        if (tokenLimit == first.tokenLimit && said.contains(tokenLimit.field)) {
            return Optional.of(new Dialect(usage, temperature, tokenLimit.other(), pictures));
        }
        // Some servers say no more than that they do not like the request.
        return usage
                ? Optional.of(new Dialect(false, temperature, tokenLimit, pictures))
                : Optional.empty();
    }

    /**
     * The same, for a request with pictures. Those who do not take them refuse in many ways, also
     * as if there was no such model, or as if they themselves had failed.
     *
     * @param said the body of a refusal, whatever its status
     */
    Optional<Dialect> withoutPictures(String said) {
        if (pictures != Pictures.SHOWN) {
            return Optional.empty();
        }
        if (BAD_PICTURE.matcher(said).find()) {
            return Optional.of(with(Pictures.TOLD_THIS_TIME));
        }
        return BLIND.matcher(said).find() ? Optional.of(with(Pictures.TOLD)) : Optional.empty();
    }

    /** What may be taken for true of the next request. */
    Dialect remembered() {
        return pictures == Pictures.TOLD_THIS_TIME ? with(Pictures.SHOWN) : this;
    }

    private Dialect with(Pictures value) {
        return new Dialect(usage, temperature, tokenLimit, value);
    }
}
