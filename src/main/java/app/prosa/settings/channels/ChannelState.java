package app.prosa.settings.channels;

import java.util.List;

/** How a channel is. */
public sealed interface ChannelState {

    /** It is not switched on. */
    record Off() implements ChannelState {}

    /** It is switched on and cannot work yet; its webhook is not there. */
    record Incomplete(List<Missing> missing) implements ChannelState {
        public Incomplete {
            missing = List.copyOf(missing);
        }
    }

    /** It is about to work. */
    record Starting() implements ChannelState {}

    /**
     * It works.
     *
     * @param account whose messages it takes in, as people know it: {@code @my_bot}, a number
     */
    record On(String account) implements ChannelState {}

    /**
     * It is switched on and does not work, or not fully; it goes on trying.
     *
     * @param said what the platform said about it, without any secret; or empty
     */
    record Troubled(Problem problem, String said) implements ChannelState {}

    /** What is not there yet. */
    enum Missing {
        TOKEN,
        APP_SECRET,
        VERIFY_TOKEN,
        WEBHOOK_SECRET,
        /** The id of the account, number or page. */
        ACCOUNT,
        /** Twilio's sender. */
        SENDER,
        /** The hub's address on the internet. */
        PUBLIC_URL,
        /** The place of the secrets waits for its passphrase. */
        SECRETS_LOCKED
    }

    /** What is wrong. */
    enum Problem {
        /** The platform does not take the token. */
        TOKEN,
        /** It takes it, but not for this. */
        PERMISSION,
        /** There is no such account, number or page, or it is closed. */
        ACCOUNT,
        /** The address of the platform's API leads elsewhere. */
        ADDRESS,
        /** The platform cannot use the hub's public address. */
        PUBLIC_URL,
        NETWORK,
        /** Too much was sent; it goes on by itself. */
        SLOW_DOWN,
        /** Another program takes the messages in. */
        OTHER_POLLER,
        /** A webhook is set, so nobody may ask for messages. */
        WEBHOOK_SET,
        /** The channel's webhook is part of the hub, which is off. */
        HUB_OFF,
        /** The store does not keep what comes in. */
        STORE,
        /** Anything else; the log says more. */
        UNEXPECTED;

        /** Whether {@link ChannelControl#takeOver} ends it. */
        public boolean canTakeOver() {
            return this == OTHER_POLLER || this == WEBHOOK_SET;
        }
    }
}
