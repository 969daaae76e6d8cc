package app.prosa;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.ModelRef;
import app.prosa.settings.Settings;
import app.prosa.settings.Settings.ModelChoice;
import app.prosa.settings.channels.ChannelRules;
import app.prosa.settings.channels.ChannelsSettings;
import app.prosa.settings.channels.Platform;
import java.util.Optional;
import java.util.function.Supplier;

/** What a conversation has of its own, over what its channel has. */
record ChannelOptions(Supplier<Settings> settings) {

    ConversationOptions of(Conversation conversation) {
        return platform(conversation)
                .map(settings.get().channels()::rules)
                .map(rules -> over(rules, conversation.options()))
                .orElse(conversation.options());
    }

    /** WhatsApp has two ways in; whoever uses both has the same rules in mind for them. */
    private Optional<Platform> platform(Conversation conversation) {
        ChannelsSettings channels = settings.get().channels();
        return switch (conversation.channel()) {
            case DESKTOP, WEB -> Optional.empty();
            case TELEGRAM -> Optional.of(Platform.TELEGRAM);
            case INSTAGRAM -> Optional.of(Platform.INSTAGRAM);
            case FACEBOOK -> Optional.of(Platform.MESSENGER);
            case WHATSAPP ->
                    Optional.of(
                            channels.rules(Platform.TWILIO).enabled()
                                    ? Platform.TWILIO
                                    : Platform.WHATSAPP);
        };
    }

    private static ConversationOptions over(ChannelRules rules, ConversationOptions own) {
        ModelChoice model = rules.model();
        ConversationOptions options = own;
        if (own.personaId() == null) {
            options = options.withPersona(rules.personaId());
        }
        if (own.systemPrompt() == null && own.personaId() == null) {
            options = options.withSystemPrompt(rules.systemPrompt());
        }
        if (own.model() == null && model != null) {
            options = options.withModel(new ModelRef(model.providerId(), model.model()));
        }
        return options;
    }
}
