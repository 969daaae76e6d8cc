/**
 * WhatsApp through Twilio's Messaging API, version 2010-04-01, as it goes over the wire: {@code
 * TwilioApi} asks and sends, {@code TwilioWebhook} understands what comes. When to do which is
 * decided elsewhere.
 *
 * <p>A message has Twilio's SID as its external id. A person, and the chat with them, has the
 * address that Twilio writes from and to as its id: {@code whatsapp:+5511987654321}, or {@code
 * whatsapp:BR.1A2B3C} when the person hides the number. Webhooks name the second one beside the
 * first; it is not the id although it outlives the hiding of a number, because lists of messages do
 * not know it.
 */
@NullMarked
package app.prosa.channel.twilio;

import org.jspecify.annotations.NullMarked;
