package app.prosa.channel.twilio;

/**
 * What an account is.
 *
 * @param name that its owner gave it
 * @param trial whether it writes only to numbers that were verified before
 * @see <a href="https://www.twilio.com/docs/iam/api/account">Twilio, Accounts</a>
 */
public record TwilioProfile(String name, Status status, boolean trial) {
    public enum Status {
        ACTIVE,
        /** For want of money, or of manners. */
        SUSPENDED,
        CLOSED,
        /** Another word than those that we know. */
        OTHER
    }
}
