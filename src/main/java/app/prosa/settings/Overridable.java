package app.prosa.settings;

/** The settings that an environment variable can fix. */
public enum Overridable {
    LANGUAGE,
    /** Which provider new conversations have. */
    PROVIDER,
    /** Which model new conversations have. */
    MODEL,
    SYSTEM_PROMPT,
    /**
     * Which persona new conversations have: none, for the system prompt to be the environment's.
     */
    PERSONA,
    /** The passphrase of the secrets file; nobody is asked for it then. */
    PASSPHRASE,
    HUB_PORT,
    HUB_BIND,
    HUB_PUBLIC_URL,
    HUB_ORIGINS,
    HUB_TRUSTED_PROXIES,
    /** Whether the limits per caller hold. */
    HUB_LIMITS,
    /** A key of the operator's scope that comes from outside, besides those stored. */
    HUB_KEY,
    HUB_KEYSTORE,
    /** The model that writes down voice messages. */
    TRANSCRIPTION_MODEL,
    /** Where it answers. */
    TRANSCRIPTION_ADDRESS
}
