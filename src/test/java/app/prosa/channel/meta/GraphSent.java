package app.prosa.channel.meta;

import org.jspecify.annotations.Nullable;

/**
 * A message that the fake took.
 *
 * @param to as it came
 * @param id what it is called from then on
 * @param kind {@code RESPONSE} or {@code HUMAN_AGENT}; on WhatsApp always the former
 * @param replyTo the message that it answers, or null
 * @param reference what came with it to be given back, or null
 */
public record GraphSent(
        String to,
        String id,
        String text,
        String kind,
        @Nullable String replyTo,
        @Nullable String reference) {}
