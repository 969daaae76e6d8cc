package app.prosa.settings.channels;

/** The settings of a channel that an environment variable can fix. */
public enum ChannelField {
    ENABLED,
    DOOR,
    /** How long nothing more has to come before an answer begins. */
    QUIET,
    /** The id of the account, number or page. */
    ACCOUNT,
    /** Twilio's sender. */
    SENDER,
    /** Whether Telegram calls the hub. */
    WEBHOOK,
    /** Where Instagram's token was made. */
    FACEBOOK_LOGIN,
    GRAPH_VERSION,
    BASE_URL
}
