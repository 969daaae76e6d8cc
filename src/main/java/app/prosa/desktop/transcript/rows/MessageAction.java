package app.prosa.desktop.transcript.rows;

import app.prosa.conversation.Author;
import app.prosa.desktop.Icon;
import java.util.List;
import java.util.Locale;

/** What can be done with a message. */
public enum MessageAction {
    COPY(Icon.COPY),
    REGENERATE(Icon.REFRESH),
    EDIT(Icon.EDIT),
    FORK(Icon.BRANCH),
    QUOTE(Icon.QUOTE),
    PIN(Icon.PIN),
    DELETE(Icon.TRASH);

    private static final List<MessageAction> OF_ASSISTANT =
            List.of(COPY, REGENERATE, FORK, QUOTE, PIN, DELETE);
    private static final List<MessageAction> OF_USER =
            List.of(COPY, EDIT, FORK, QUOTE, PIN, DELETE);
    private static final List<MessageAction> OF_OTHERS = List.of(COPY, FORK, QUOTE, PIN, DELETE);

    private final Icon icon;

    MessageAction(Icon icon) {
        this.icon = icon;
    }

    Icon icon() {
        return icon;
    }

    /** Of the text that names it. */
    public String key() {
        return "transcript.action." + name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param own whether the conversation is the reader's own
     */
    static List<MessageAction> of(Author author, boolean own) {
        return switch (author) {
            case ASSISTANT -> OF_ASSISTANT;
            case USER -> own ? OF_USER : OF_OTHERS;
            case OPERATOR, NOTE -> OF_OTHERS;
        };
    }
}
