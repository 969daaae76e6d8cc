package app.prosa.channel.whatsapp;

/**
 * The telephone number that writes.
 *
 * @param number as people read it
 * @param name as Meta has verified it; may be empty
 * @param quality what people's blocks and reports make of it: {@code GREEN}, {@code YELLOW}, {@code
 *     RED} or {@code UNKNOWN}; may be empty
 * @see <a
 *     href="https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account-to-number-current-status/">
 *     Meta, Graph API, WhatsApp Business Account To Number Current Status</a>
 */
public record WhatsAppAccount(String number, String name, String quality) {}
