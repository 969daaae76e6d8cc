package app.prosa.channel.telegram;

import app.prosa.channel.Refusal;
import java.util.List;

/** What came of asking for updates. */
public sealed interface Poll {

    /**
     * What is new, in the order in which it came; none when nothing happened for so long. Telegram
     * forgets an update when a later call has an offset above its id, and not before.
     */
    record Updates(List<TelegramUpdate> updates) implements Poll {
        public Updates {
            updates = List.copyOf(updates);
        }
    }

    /** Somebody else has the bot's updates, 409. */
    record Taken(By by, String said) implements Poll {
        public enum By {
            /** One must be deleted before updates can be asked for. */
            WEBHOOK,
            /** Another program asks with the same token; whoever asked last wins. */
            POLLER
        }
    }

    record Refused(Refusal refusal) implements Poll {}
}
