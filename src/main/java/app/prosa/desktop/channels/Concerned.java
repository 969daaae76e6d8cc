package app.prosa.desktop.channels;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.conversation.delivery.Correspondent;
import app.prosa.settings.channels.Platform;
import java.util.Optional;

/** Finds the conversations in which something waits for the operator. */
public record Concerned(ChannelStore store) {
    private static final int LOOKED_AT = 200;

    /**
     * The latest of a platform, or none if all is done by now. Asks the store: not on the JavaFX
     * thread.
     */
    public Optional<ConversationId> latest(Platform platform, Concern concern) {
        return switch (concern) {
            case PERSON ->
                    store.correspondents().waiting(LOOKED_AT).stream()
                            .filter(who -> isOf(platform, who.address().account()))
                            .map(Correspondent::conversation)
                            .findFirst();
            case DEAD_LETTER ->
                    store.outbox().dead(null, null, LOOKED_AT).stream()
                            .map(letter -> letter.part())
                            .filter(part -> isOf(platform, part.address().account()))
                            .map(part -> part.conversation())
                            .findFirst();
        };
    }

    /** An account is called after its platform, see {@link Correspondent#address}. */
    private static boolean isOf(Platform platform, String account) {
        return account.startsWith(platform.key() + ":");
    }
}
