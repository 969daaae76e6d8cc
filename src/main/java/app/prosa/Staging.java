package app.prosa;

import app.prosa.conversation.ChatModel;
import app.prosa.settings.Secrets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * What the program does not have of its own where it is only played.
 *
 * @param settings the folder of the settings
 * @param brain what answers instead of the models of the settings
 * @param channelSecrets what the channels are given in the place of the secrets
 */
record Staging(
        Path settings, UnaryOperator<ChatModel> brain, UnaryOperator<Secrets> channelSecrets) {

    /** All of it is real. */
    static Staging none(Path dataDirectory) {
        return new Staging(dataDirectory, models -> models, secrets -> secrets);
    }

    Staging withBrain(UnaryOperator<ChatModel> value) {
        return new Staging(settings, value, channelSecrets);
    }

    Staging withChannelSecrets(Secrets value) {
        return new Staging(settings, brain, _ -> value);
    }
}
