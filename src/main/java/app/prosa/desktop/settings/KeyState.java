package app.prosa.desktop.settings;

import app.prosa.settings.Secrets;

/** What is known of a secret: never the secret. */
sealed interface KeyState {
    /** It is being looked up. */
    record Looking() implements KeyState {}

    /** None is taken. */
    record NotNeeded() implements KeyState {}

    record Missing() implements KeyState {}

    record Stored(Secrets.Place place) implements KeyState {}

    /**
     * Only an environment variable can give it.
     *
     * @param variable its name
     * @param given and it does
     */
    record FromEnvironment(String variable, boolean given) implements KeyState {}

    /** The file of secrets waits for its passphrase. */
    record Locked() implements KeyState {}

    /**
     * The place of the secrets could not do it.
     *
     * @param why the sentence
     */
    record Unusable(String why) implements KeyState {}
}
