package app.prosa.channel.text.markup;

import app.prosa.channel.text.lines.Fence;
import app.prosa.channel.text.lines.Line;

/** How a platform wants text to be marked up. Line ends between the lines are not its business. */
public sealed interface Dialect permits TelegramHtml, WhatsAppMarkup, PlainText {

    /** Whether there is type in which columns are aligned. */
    boolean hasMonospace();

    /** Whether text can be struck through. Where not, it stands between tildes. */
    boolean hasStrike();

    /** Whether the platform's limit counts markup too. */
    boolean countsMarkup();

    /** Before the first line of a quote, however many quotes it stands in. */
    default String openQuote() {
        return "";
    }

    default String closeQuote() {
        return "";
    }

    /** Before the first line of a block of code, within the quote. */
    default String openFence(@SuppressWarnings("unused") Fence fence) {
        return "";
    }

    default String closeFence(@SuppressWarnings("unused") Fence fence) {
        return "";
    }

    /** One line, without its end. */
    void write(Line line, Output out);
}
