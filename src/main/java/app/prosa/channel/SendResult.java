package app.prosa.channel;

/** What became of one message that was given to a platform. */
public sealed interface SendResult {

    /**
     * The platform has it.
     *
     * @param platformId its name for the message, unique within the account
     */
    record Sent(String platformId) implements SendResult {}

    /** The platform does not have it. */
    record Refused(Refusal refusal) implements SendResult {}

    /**
     * The message may have arrived: the connection broke, or nobody answered, after it had been
     * sent. Whoever sends it again may send it twice.
     *
     * @param said what is known, for the log; free of secrets
     */
    record Unknown(String said) implements SendResult {}
}
