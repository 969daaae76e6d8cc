package app.prosa.desktop.transcript;

import app.prosa.desktop.transcript.layout.Anchor;

/**
 * Where a reader is in a conversation.
 *
 * @param following the end is shown, and stays shown while text arrives
 * @param anchor what is at the upper edge, while not following
 */
public record ScrollPosition(boolean following, Anchor anchor) {
    public static final ScrollPosition END = new ScrollPosition(true, Anchor.TOP);
}
