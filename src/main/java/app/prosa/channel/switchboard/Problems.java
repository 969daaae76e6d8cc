package app.prosa.channel.switchboard;

import app.prosa.channel.Refusal;
import app.prosa.channel.Source;
import app.prosa.settings.channels.ChannelState;
import app.prosa.settings.channels.ChannelState.Problem;

/** What is wrong, in the words of the settings. */
final class Problems {
    private Problems() {}

    static ChannelState state(Refusal refusal) {
        return new ChannelState.Troubled(of(refusal), refusal.said());
    }

    static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.FixMe fix ->
                    switch (fix.fault()) {
                        case TOKEN -> Problem.TOKEN;
                        case PERMISSION -> Problem.PERMISSION;
                        case ACCOUNT -> Problem.ACCOUNT;
                        case ADDRESS -> Problem.ADDRESS;
                        case PUBLIC_URL -> Problem.PUBLIC_URL;
                    };
            case Refusal.Retry retry ->
                    switch (retry.cause()) {
                        case SLOW_DOWN -> Problem.SLOW_DOWN;
                        case SERVER, NETWORK -> Problem.NETWORK;
                    };
            case Refusal.Stop stop -> Problem.ACCOUNT;
            case Refusal.Markup markup -> Problem.UNEXPECTED;
            case Refusal.Moved moved -> Problem.UNEXPECTED;
        };
    }

    static Problem of(Source.Trouble trouble) {
        return switch (trouble) {
            case NETWORK, SERVER -> Problem.NETWORK;
            case SLOW_DOWN -> Problem.SLOW_DOWN;
            case OTHER_POLLER -> Problem.OTHER_POLLER;
            case WEBHOOK_SET -> Problem.WEBHOOK_SET;
            case STORE -> Problem.STORE;
        };
    }
}
