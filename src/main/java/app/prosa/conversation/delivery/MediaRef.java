package app.prosa.conversation.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A file that came with a message and still lies with the platform.
 *
 * @param kind the channel's own word for what it is
 * @param reference by which the platform's client fetches it
 * @param name may be empty
 * @param mediaType as the platform says it; may be empty
 * @param size in bytes as the platform says it, or null
 */
public record MediaRef(
        String kind, String reference, String name, String mediaType, @Nullable Long size) {}
