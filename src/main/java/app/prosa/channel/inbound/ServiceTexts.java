package app.prosa.channel.inbound;

import app.prosa.settings.Texts;
import app.prosa.settings.channels.ChannelRules;

/** What the program itself says to people, in the channel's language. */
public final class ServiceTexts {

    String greeting(ChannelRules rules) {
        return in(rules, "channel.say.greeting");
    }

    String help(ChannelRules rules) {
        return in(rules, "channel.say.help");
    }

    String reset(ChannelRules rules) {
        return in(rules, "channel.say.reset");
    }

    String person(ChannelRules rules) {
        return in(rules, "channel.say.person");
    }

    String back(ChannelRules rules) {
        return in(rules, "channel.say.back");
    }

    /** After the model gave no answer, however often it was asked. */
    public String sorry(ChannelRules rules) {
        return in(rules, "channel.say.sorry");
    }

    private static String in(ChannelRules rules, String key) {
        return Texts.in(rules.language()).get(key);
    }
}
