package app.prosa.settings;

/**
 * What is known beforehand of a provider.
 *
 * <p>The addresses are those of the providers' own documentation.
 */
public enum Preset {
    OPENAI(
            "OpenAI",
            "https://api.openai.com/v1",
            Key.NEEDED,
            "https://platform.openai.com/api-keys"),
    AZURE("Azure OpenAI", "", Key.NEEDED, "https://portal.azure.com"),
    OPENROUTER(
            "OpenRouter", "https://openrouter.ai/api/v1", Key.NEEDED, "https://openrouter.ai/keys"),
    GROQ("Groq", "https://api.groq.com/openai/v1", Key.NEEDED, "https://console.groq.com/keys"),
    OLLAMA("Ollama", "http://127.0.0.1:11434/v1", Key.NONE, ""),
    LM_STUDIO("LM Studio", "http://127.0.0.1:1234/v1", Key.NONE, ""),
    /** Any server that speaks the same protocol. */
    CUSTOM("", "", Key.OPTIONAL, ""),
    /** The offline demo that is part of the program. */
    DEMO("Demo", "", Key.NONE, "");

    /** Whether it asks for a key. */
    public enum Key {
        NEEDED,
        OPTIONAL,
        NONE
    }

    private final String title;
    private final String baseUrl;
    private final Key key;
    private final String keyPage;

    Preset(String title, String baseUrl, Key key, String keyPage) {
        this.title = title;
        this.baseUrl = baseUrl;
        this.key = key;
        this.keyPage = keyPage;
    }

    /** Its name, the same in every language; empty for CUSTOM. */
    public String title() {
        return title;
    }

    /** Empty where the operator must give it. */
    public String baseUrl() {
        return baseUrl;
    }

    public Key key() {
        return key;
    }

    /** The page where a key is made, or empty. */
    public String keyPage() {
        return keyPage;
    }
}
