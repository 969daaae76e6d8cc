package app.prosa.channel.text.markdown;

import app.prosa.channel.text.lines.VisibleText;
import app.prosa.channel.text.markup.Unit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the links of a text.
 *
 * @param longest the longest address that is kept whole, in the platform's unit
 * @param budget for saying the same one again and again
 */
record Links(int longest, Unit unit, Budget budget) {

    /** What a link becomes. */
    sealed interface Outcome {}

    /** Its words alone. */
    record Nowhere() implements Outcome {}

    /** An address, as it was written; it stands for itself. */
    record Bare(String words, Address address) implements Outcome {}

    /** Words with an address behind them. */
    record Behind(Address address) implements Outcome {}

    /** Words, and as words the address, which no part may be able to hold. */
    record TooLong(Address address) implements Outcome {}

    /**
     * @param url as it was written, or null
     * @param words what stands for it in the text
     */
    Outcome of(@Nullable String url, String words) {
        Optional<Address> known = url == null ? Optional.empty() : Address.of(url);
        if (known.isEmpty() || !budget.spend(known.get().url().length())) {
            return new Nowhere();
        }
        Address address = known.get();
        boolean tooLong = unit.size(address.url()) > longest;
        if (address.isShownBy(words.strip())) {
            return tooLong ? new Nowhere() : new Bare(words.strip(), address);
        }
        if (tooLong) {
            return new TooLong(address);
        }
        boolean silent = VisibleText.isBlank(words);
        return silent ? new Bare(address.shown(), address) : new Behind(address);
    }
}
