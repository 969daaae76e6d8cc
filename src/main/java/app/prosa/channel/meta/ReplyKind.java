package app.prosa.channel.meta;

/**
 * Why a message on Instagram or Messenger may be sent.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages">
 *     Meta, Messenger Platform, Send a Message</a>
 */
public enum ReplyKind {
    /** The person wrote within the last 24 hours. */
    RESPONSE,

    /**
     * The person wrote within the last seven days, and it is a person who answers. Nothing else may
     * be sent so, and the app must have been granted the feature, so {@link #RESPONSE} is better as
     * long as it will do.
     */
    HUMAN_AGENT
}
