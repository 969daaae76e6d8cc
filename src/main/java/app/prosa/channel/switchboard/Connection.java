package app.prosa.channel.switchboard;

import app.prosa.settings.channels.ChannelRules;
import app.prosa.settings.channels.ChannelsSettings;
import app.prosa.settings.channels.Platform;

/**
 * What a channel has to be opened anew for.
 *
 * @param settings with the rules of each channel, which are asked for with each message, as they
 *     are when nobody has chosen any
 */
record Connection(boolean enabled, ChannelsSettings settings) {

    static Connection of(ChannelsSettings all, Platform platform) {
        ChannelsSettings bare = ChannelsSettings.DEFAULT;
        ChannelRules none = ChannelRules.PERSONAL;
        ChannelsSettings only =
                switch (platform) {
                    case TELEGRAM -> bare.with(all.telegram().withRules(none));
                    case TWILIO -> bare.with(all.twilio().withRules(none));
                    case WHATSAPP -> bare.with(all.whatsApp().withRules(none));
                    case INSTAGRAM -> bare.with(all.instagram().withRules(none));
                    case MESSENGER -> bare.with(all.messenger().withRules(none));
                };
        return new Connection(all.rules(platform).enabled(), only);
    }

    boolean differs(ChannelsSettings all, Platform platform) {
        return !equals(of(all, platform));
    }
}
