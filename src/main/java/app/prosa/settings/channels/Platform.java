package app.prosa.settings.channels;

import java.util.Locale;

/** The platforms that people write from. WhatsApp has two ways in; each is one of these. */
public enum Platform {
    /** A bot of Telegram. */
    TELEGRAM("/api/telegram/webhook"),
    /** WhatsApp by way of Twilio. */
    TWILIO("/api/whatsapp/webhook"),
    /** WhatsApp by Meta's Cloud API. */
    WHATSAPP("/api/whatsapp-cloud/webhook"),
    /** A professional account of Instagram. */
    INSTAGRAM("/api/instagram/webhook"),
    /** A page of Facebook. */
    MESSENGER("/api/facebook/webhook");

    /** Where Twilio tells what became of a message. */
    public static final String TWILIO_STATUS_PATH = "/api/whatsapp/status";

    private final String webhookPath;

    Platform(String webhookPath) {
        this.webhookPath = webhookPath;
    }

    /** Its name in settings, secrets and texts, such as {@code telegram}; never changes. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where on the hub the platform delivers what people write. */
    public String webhookPath() {
        return webhookPath;
    }

    /** Whether Meta's Graph API is what it is talked to by. */
    public boolean ofMeta() {
        return switch (this) {
            case WHATSAPP, INSTAGRAM, MESSENGER -> true;
            case TELEGRAM, TWILIO -> false;
        };
    }
}
