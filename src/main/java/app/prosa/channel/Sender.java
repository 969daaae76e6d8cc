package app.prosa.channel;

/**
 * Who wrote. Everything but the id is the person's own choice and proves nothing.
 *
 * @param id stable and opaque: never to be read as a telephone number
 * @param name for people, one line; may be empty
 * @param handle what else the platform calls them, a user name or a telephone number; may be empty
 */
public record Sender(String id, String name, String handle) {}
