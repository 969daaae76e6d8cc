package app.prosa.desktop.transcript.rows;

import app.prosa.conversation.Author;

/**
 * Where a row stands.
 *
 * @param tint the message has a colour of its own
 * @param first it is the first row of the tint
 * @param last it is the last row of the tint
 * @param muted it belongs to the reasoning
 */
public record Site(
        int slot,
        Author author,
        Unfolded unfolded,
        boolean tint,
        boolean first,
        boolean last,
        boolean muted) {

    /** The same looks: a row made for the one serves for the other. */
    boolean looksLike(Site other) {
        return slot == other.slot
                && author == other.author
                && tint == other.tint
                && first == other.first
                && last == other.last
                && muted == other.muted
                && unfolded.equals(other.unfolded);
    }
}
