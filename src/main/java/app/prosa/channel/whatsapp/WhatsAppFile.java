package app.prosa.channel.whatsapp;

import org.jspecify.annotations.Nullable;

/**
 * Where a file lies, for five minutes.
 *
 * @param url shown to the account's token alone
 * @param mediaType such as {@code image/jpeg}; may be empty
 * @param size in bytes, where WhatsApp says it
 * @see <a
 *     href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#get-media-url">
 *     Meta, Cloud API, Retrieve Media URL</a>
 */
public record WhatsAppFile(String url, String mediaType, @Nullable Long size) {}
