package app.prosa.desktop.chat;

import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.InvalidMessageException;
import app.prosa.conversation.StoreException;
import app.prosa.desktop.PageContext;
import app.prosa.settings.Texts;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says why something was not done. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final PageContext context;

    Refusals(PageContext context) {
        this.context = context;
    }

    void say(RuntimeException refusal) {
        context.navigation().toast(sentence(refusal));
    }

    /** Messages that cannot be read. */
    void unreadable(StoreException trouble) {
        context.navigation().toast(store(trouble.reason()));
    }

    /** A reply that cannot be kept for now. */
    void trouble(StoreException.Cause reason) {
        context.navigation().toast(context.texts().get("chat.trouble", store(reason)));
    }

    private String sentence(RuntimeException refusal) {
        Texts texts = context.texts();
        return switch (refusal) {
            case InvalidMessageException invalid ->
                    texts.get(key(invalid.code()), InboundMessage.MAX_CHANNEL_TEXT);
            case StoreException store -> texts.get("chat.refused.store", store(store.reason()));
            default -> {
                LOG.error("A command of the chat page failed", refusal);
                yield texts.get("failure.internal");
            }
        };
    }

    private static String key(InvalidMessageException.Code code) {
        return switch (code) {
            case EMPTY_TEXT -> "chat.refused.empty";
            case TEXT_TOO_LONG -> "chat.refused.long";
            case CHANNEL_TEXT_TOO_LONG -> "chat.refused.long.person";
            case ATTACHMENT_TOO_LARGE -> "chat.refused.attachment";
            // An own chat's text is cleaned and its user id is ours.
            case USER_ID_INVALID, LONE_SURROGATE -> "failure.internal";
        };
    }

    private String store(StoreException.Cause reason) {
        return context.texts().get("store." + reason.name().toLowerCase(Locale.ROOT) + ".what");
    }
}
