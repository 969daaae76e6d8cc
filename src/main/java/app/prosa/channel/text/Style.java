package app.prosa.channel.text;

import app.prosa.channel.text.markup.Format;
import app.prosa.channel.text.markup.PlainText;
import app.prosa.channel.text.markup.TelegramHtml;
import app.prosa.channel.text.markup.Unit;
import app.prosa.channel.text.markup.WhatsAppMarkup;

/** The formats that the platforms take, each with the most that one message holds. */
public enum Style {
    /**
     * {@code parse_mode=HTML}; 4096 UTF-16 units of what is left once tags and entities are parsed.
     *
     * @see <a href="https://core.telegram.org/bots/api#sendmessage">Bot API, sendMessage</a>
     */
    TELEGRAM,

    /**
     * WhatsApp's own markup through Meta's Cloud API; 4096 UTF-16 units.
     *
     * @see <a href="https://faq.whatsapp.com/539178204879377">How to format your messages</a>
     */
    WHATSAPP,

    /**
     * WhatsApp's own markup through Twilio; 1600 UTF-16 units.
     *
     * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Messages, Body</a>
     */
    WHATSAPP_TWILIO,

    /** Plain text; 1000 bytes of UTF-8. */
    INSTAGRAM,

    /** Plain text; 2000 UTF-16 units. */
    MESSENGER;

    Format format() {
        return switch (this) {
            case TELEGRAM -> new Format(new TelegramHtml(), 4096, Unit.UTF_16);
            case WHATSAPP -> new Format(new WhatsAppMarkup(), 4096, Unit.UTF_16);
            case WHATSAPP_TWILIO -> new Format(new WhatsAppMarkup(), 1600, Unit.UTF_16);
            case INSTAGRAM -> new Format(new PlainText(), 1000, Unit.UTF_8);
            case MESSENGER -> new Format(new PlainText(), 2000, Unit.UTF_16);
        };
    }
}
