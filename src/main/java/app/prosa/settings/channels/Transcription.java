package app.prosa.settings.channels;

/**
 * What writes down the voice messages that come by channels: a model that answers {@code POST
 * /audio/transcriptions} as OpenAI has it.
 *
 * @param model its name, or empty: then nobody writes them down
 * @param baseUrl where it answers, up to and including the version, without a slash at its end; or
 *     empty for the provider that new conversations have
 * @see <a href="https://platform.openai.com/docs/api-reference/audio/createTranscription">OpenAI,
 *     Create transcription</a>
 */
public record Transcription(String model, String baseUrl) {
    public static final Transcription NONE = new Transcription("", "");

    /**
     * Its key is kept as that of a provider of this name. Without one, the key is that of the
     * provider with the same address.
     */
    public static final String KEY = "transcription";

    public Transcription {
        model = model.strip();
        baseUrl = ChannelsSettings.bare(baseUrl);
    }

    /** Whether there is one. */
    public boolean chosen() {
        return !model.isEmpty();
    }

    public Transcription withModel(String value) {
        return new Transcription(value, baseUrl);
    }

    public Transcription withBaseUrl(String value) {
        return new Transcription(model, value);
    }
}
