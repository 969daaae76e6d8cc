package app.prosa.channel.twilio;

import app.prosa.channel.signature.TwilioSignature;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * An account of Twilio's and what we are called there. Its token is in nothing that is shown.
 *
 * @see <a href="https://www.twilio.com/docs/usage/requests-to-twilio">Twilio, API requests</a>
 */
public final class TwilioAccount {
    private static final Pattern SID = Pattern.compile("AC[0-9a-fA-F]{32}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9]{16,128}");
    // SIDs begin with two letters, so that they are not taken for tokens.
    private static final Pattern ANY =
            Pattern.compile("(?<![A-Za-z0-9])[0-9a-f]{32}(?![A-Za-z0-9])");
    private static final String REDACTED = "[token]";

    private final String sid;
    private final String token;
    private final String credentials;
    private final TwilioSender sender;

    /**
     * @param sid {@code AC} and 32 hexadecimal digits
     * @param authToken the account's own, because webhooks are signed with it
     * @throws IllegalArgumentException when one of them cannot be what it should; the message does
     *     not show it
     */
    public TwilioAccount(String sid, String authToken, TwilioSender sender) {
        if (!SID.matcher(sid).matches()) {
            throw new IllegalArgumentException("This is no SID of a Twilio account");
        }
        if (!TOKEN.matcher(authToken).matches()) {
            throw new IllegalArgumentException("This is no auth token of a Twilio account");
        }
        this.sid = sid;
        this.token = authToken;
        byte[] both = (sid + ":" + authToken).getBytes(StandardCharsets.US_ASCII);
        this.credentials = Base64.getEncoder().encodeToString(both);
        this.sender = sender;
    }

    public String sid() {
        return sid;
    }

    public TwilioSender sender() {
        return sender;
    }

    /** What this account's webhooks are signed with. */
    public TwilioSignature signature() {
        return new TwilioSignature(token);
    }

    /** The value of the header {@code Authorization}. */
    String authorization() {
        return "Basic " + credentials;
    }

    /** Where something of the account's lies, below the address of the API. */
    String path(String rest) {
        return "/2010-04-01/Accounts/" + sid + rest;
    }

    /** A text without this token, or anything that looks like one. */
    String redact(String text) {
        String clean = text.replace(token, REDACTED).replace(credentials, REDACTED);
        return ANY.matcher(clean).replaceAll(REDACTED);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "TwilioAccount[" + sid + "]";
    }
}
