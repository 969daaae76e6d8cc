package app.prosa.conversation;

/**
 * A model of a provider.
 *
 * @param provider the provider's id in the settings
 * @param model the name that the provider knows it by
 */
public record ModelRef(String provider, String model) {}
