package app.prosa.channel.inbound;

import app.prosa.channel.Media;
import app.prosa.settings.Language;
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

    /** What stands in a message for what is no text. */
    record Spoken(Language language) {
        private Texts texts() {
            return Texts.in(language);
        }

        String file(Media.File file) {
            String key =
                    switch (file.kind()) {
                        case IMAGE -> "channel.came.image";
                        case VOICE -> "channel.came.voice";
                        case AUDIO -> "channel.came.audio";
                        case VIDEO -> "channel.came.video";
                        case DOCUMENT -> "channel.came.document";
                        case STICKER -> "channel.came.sticker";
                    };
            return "[" + texts().get(key, file.name()).strip() + "]";
        }

        String place(String where) {
            return "[" + texts().get("channel.came.place", where.strip()) + "]";
        }

        String card(String whose) {
            return "[" + texts().get("channel.came.card", whose.strip()) + "]";
        }

        String withdrawn() {
            return "[" + texts().get("channel.came.withdrawn") + "]";
        }

        String other() {
            return "[" + texts().get("channel.came.other") + "]";
        }
    }
}
