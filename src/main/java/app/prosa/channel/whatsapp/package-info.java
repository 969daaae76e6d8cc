/**
 * WhatsApp through Meta's Cloud API, as it goes over the wire: {@code WhatsAppApi} asks and sends,
 * {@code WhatsAppWebhook} understands what comes. When to do which is decided elsewhere.
 *
 * <p>A chat has the id that WhatsApp gives a person towards this business, such as {@code
 * BR.1349…}, and where it gives none the telephone number: people may hide that one at any time.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids/">
 *     Meta, WhatsApp, Business-scoped user IDs</a>
 */
@NullMarked
package app.prosa.channel.whatsapp;

import org.jspecify.annotations.NullMarked;
