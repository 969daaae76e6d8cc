package app.prosa.channel;

import app.prosa.channel.text.Style;
import app.prosa.conversation.ChannelKind;
import app.prosa.settings.channels.Platform;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An account of ours on a platform, and what the platform allows there.
 *
 * @param account the platform and its own name for the account, such as {@code telegram:123456}
 * @param name for people, such as {@code @my_bot}
 * @param style of what is sent
 * @param perSecond how many messages may go out in a second, over all chats
 * @param chatGap the least time between two messages to a chat of two
 * @param groupGap the same for a group
 * @param window for how long after somebody wrote they may be written to, or null for ever
 * @param windowByHand the same for what a person writes
 */
public record Route(
        Platform platform,
        ChannelKind kind,
        String account,
        String name,
        Style style,
        int perSecond,
        Duration chatGap,
        Duration groupGap,
        @Nullable Duration window,
        @Nullable Duration windowByHand) {}
