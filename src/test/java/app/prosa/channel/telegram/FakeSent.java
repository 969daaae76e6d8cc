package app.prosa.channel.telegram;

import org.jspecify.annotations.Nullable;

/**
 * A message that the fake took from the bot.
 *
 * @param text as it came
 * @param visible as people see it
 * @param html whether it came with {@code parse_mode=HTML}
 * @param replyTo the number of the message that it answers, or null
 */
public record FakeSent(
        long chat, long id, String text, String visible, boolean html, @Nullable Long replyTo) {}
