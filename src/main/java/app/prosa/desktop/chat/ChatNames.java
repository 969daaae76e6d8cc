package app.prosa.desktop.chat;

import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.Failure;
import app.prosa.conversation.ModelRef;
import app.prosa.desktop.FailureTexts;
import app.prosa.settings.Settings;
import app.prosa.settings.Texts;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the settings call the things of a conversation. */
final class ChatNames {
    private final Texts texts;
    private final Supplier<Settings> settings;

    ChatNames(Texts texts, Supplier<Settings> settings) {
        this.texts = texts;
        this.settings = settings;
    }

    /** Why a reply is not whole, in words. */
    String sentence(Failure failure, @Nullable ModelRef asked) {
        String provider = asked == null ? "" : provider(asked.provider());
        return new FailureTexts(texts).whole(failure, provider, asked == null ? "" : asked.model());
    }

    private String provider(String id) {
        return settings.get().models().provider(id).map(Settings.Provider::name).orElse("");
    }

    Settings.@Nullable Persona persona(Settings now, ConversationOptions options) {
        String own = options.personaId();
        return now.personas().persona(own != null ? own : now.personas().chosen()).orElse(null);
    }

    String model(@Nullable ModelRef ref) {
        return ref == null ? texts.get("chat.model.none.chosen") : ref.model();
    }
}
