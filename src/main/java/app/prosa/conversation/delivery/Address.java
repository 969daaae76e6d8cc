package app.prosa.conversation.delivery;

/**
 * Where a platform finds somebody.
 *
 * @param account of ours, through which it was written, such as {@code telegram:123456}: the
 *     platform and its own name for the account
 * @param chatId what an answer is sent to, as the platform names it
 * @param group whether more than one person and we read there
 */
public record Address(String account, String chatId, boolean group) {
    /** The longest account and chat id, in UTF-16 units. */
    public static final int MAX = 200;

    public Address {
        check(account);
        check(chatId);
    }

    private static void check(String name) {
        if (name.isBlank() || name.length() > MAX) {
            throw new IllegalArgumentException("Not a name of 1 to 200 characters");
        }
    }
}
