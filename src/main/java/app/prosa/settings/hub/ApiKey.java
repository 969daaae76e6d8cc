package app.prosa.settings.hub;

/**
 * A key that programs call the hub with. The key itself is shown once and kept nowhere: what is
 * stored only recognises it.
 *
 * @param id never changes
 * @param name what the operator calls it
 * @param sha256 of the key, in lower-case hexadecimal
 * @param hint the key's last characters, by which its holder tells keys apart
 * @param createdAt milliseconds since 1970
 */
public record ApiKey(
        String id, String name, Scope scope, String sha256, String hint, long createdAt) {

    /** What a key is good for. */
    public enum Scope {
        /** Talk as any user on any channel, and read and erase those conversations. */
        CHAT,
        /** Everything that the operator can do in the window. */
        OPERATOR
    }

    /** What a key lacks of which the file says nothing; without id and hash it is worth nothing. */
    public static final ApiKey BLANK = new ApiKey("", "", Scope.CHAT, "", "", 0);
}
