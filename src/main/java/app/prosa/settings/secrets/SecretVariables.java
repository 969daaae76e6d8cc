package app.prosa.settings.secrets;

import app.prosa.settings.Environment;
import app.prosa.settings.Secrets;
import app.prosa.settings.Variable;
import app.prosa.settings.channels.ChannelSecrets;
import app.prosa.settings.channels.ChannelSecrets.Kind;
import app.prosa.settings.channels.Platform;
import app.prosa.settings.channels.Transcription;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which environment variable gives which secret. */
final class SecretVariables {
    private static final Map<String, Variable> ALL = all();

    private SecretVariables() {}

    static Optional<Variable> of(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    private static Map<String, Variable> all() {
        Map<String, Variable> all = new HashMap<>();
        all.put(Secrets.ofProvider(Environment.PROVIDER), Variable.OPENAI_API_KEY);
        all.put(Secrets.ofProvider(Transcription.KEY), Variable.PROSA_TRANSCRIPTION_API_KEY);
        for (Platform platform : Platform.values()) {
            for (Kind kind : ChannelSecrets.of(platform)) {
                Variable variable = variable(platform, kind);
                if (variable != null) {
                    all.put(kind.nameFor(platform), variable);
                }
            }
        }
        return Map.copyOf(all);
    }

    private static @Nullable Variable variable(Platform platform, Kind kind) {
        return switch (kind) {
            case TOKEN -> token(platform);
            case APP_SECRET ->
                    platform == Platform.INSTAGRAM
                            ? Variable.PROSA_INSTAGRAM_APP_SECRET
                            : Variable.PROSA_GRAPH_APP_SECRET;
            case FACEBOOK_APP_SECRET -> Variable.PROSA_GRAPH_APP_SECRET;
            case VERIFY_TOKEN -> Variable.PROSA_GRAPH_VERIFY_TOKEN;
            case WEBHOOK_SECRET -> Variable.PROSA_TELEGRAM_WEBHOOK_SECRET;
        };
    }

    private static Variable token(Platform platform) {
        return switch (platform) {
            case TELEGRAM -> Variable.TELEGRAM_BOT_TOKEN;
            case TWILIO -> Variable.TWILIO_AUTH_TOKEN;
            case WHATSAPP -> Variable.PROSA_WHATSAPP_TOKEN;
            case INSTAGRAM -> Variable.PROSA_INSTAGRAM_TOKEN;
            case MESSENGER -> Variable.PROSA_MESSENGER_TOKEN;
        };
    }
}
