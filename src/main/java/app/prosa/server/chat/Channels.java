package app.prosa.server.chat;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.InboundMessage;
import app.prosa.server.http.ApiError;
import app.prosa.server.http.Caller;
import app.prosa.server.http.Exchange;
import app.prosa.server.http.Refusal;

/** Whose conversation it is: the channel and the user, as programs name them. */
final class Channels {
    private Channels() {}

    /**
     * @throws Refusal INVALID_CHANNEL
     */
    static ChannelKind named(String name) {
        ChannelKind kind =
                ChannelKind.ofKey(name).orElseThrow(() -> new Refusal(ApiError.INVALID_CHANNEL));
        if (kind == ChannelKind.DESKTOP) {
            throw new Refusal(ApiError.INVALID_CHANNEL);
        }
        return kind;
    }

    /**
     * @throws Refusal INVALID_USER_ID
     */
    static void checkUser(String userId) {
        if (userId.isBlank() || userId.length() > InboundMessage.MAX_ID || !isPlain(userId)) {
            throw new Refusal(ApiError.INVALID_USER_ID);
        }
    }

    /** No control character, and no half of a surrogate pair. */
    static boolean isPlain(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < id.length()
                    && Character.isLowSurrogate(id.charAt(i + 1))) {
                i++;
            } else if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    /**
     * A visitor is one user of the web page; anybody else who came this far speaks for all.
     *
     * @throws Refusal FORBIDDEN
     */
    static void checkOwner(Exchange exchange, ChannelKind channel, String userId) {
        boolean theirs =
                switch (exchange.caller()) {
                    case Caller.Visitor visitor ->
                            channel == ChannelKind.WEB && visitor.userId().equals(userId);
                    case Caller.Local local -> true;
                    case Caller.KeyHolder holder -> true;
                    case Caller.Stranger stranger -> false;
                };
        if (!theirs) {
            throw new Refusal(ApiError.FORBIDDEN);
        }
    }
}
