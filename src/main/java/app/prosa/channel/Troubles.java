package app.prosa.channel;

import app.prosa.conversation.delivery.Trouble;

/** What refusals are called where they are kept. */
public final class Troubles {
    private Troubles() {}

    public static Trouble of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Retry retry ->
                    switch (retry.cause()) {
                        case SLOW_DOWN -> Trouble.SLOW_DOWN;
                        case SERVER -> Trouble.SERVER;
                        case NETWORK -> Trouble.NETWORK;
                    };
            case Refusal.Stop stop ->
                    switch (stop.reason()) {
                        case BLOCKED -> Trouble.BLOCKED;
                        case OPTED_OUT -> Trouble.OPTED_OUT;
                        case WINDOW_CLOSED -> Trouble.WINDOW_CLOSED;
                        case BAD_ADDRESS -> Trouble.BAD_ADDRESS;
                        case TOO_LARGE -> Trouble.TOO_LARGE;
                        case REJECTED -> Trouble.REJECTED;
                    };
            case Refusal.FixMe fix ->
                    switch (fix.fault()) {
                        case TOKEN -> Trouble.TOKEN;
                        case PERMISSION -> Trouble.PERMISSION;
                        case ACCOUNT -> Trouble.ACCOUNT;
                        case ADDRESS -> Trouble.ADDRESS;
                        case PUBLIC_URL -> Trouble.PUBLIC_URL;
                    };
            case Refusal.Markup markup -> Trouble.REJECTED;
            case Refusal.Moved moved -> Trouble.BAD_ADDRESS;
        };
    }
}
