package app.prosa.desktop.chat;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationEvent;
import app.prosa.conversation.ConversationEvent.CorrespondentChanged;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Subscription;
import app.prosa.conversation.delivery.ChannelDesk;
import app.prosa.conversation.delivery.Correspondent;
import app.prosa.conversation.delivery.Correspondents;
import app.prosa.desktop.FxThread;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * With whom the conversation shown is, where that is somebody on a channel, and what the operator
 * decides about them. On the JavaFX thread.
 */
final class CorrespondentViewModel implements AutoCloseable {
    private final Correspondents correspondents;
    private final ChannelDesk desk;
    private final Commands commands;
    private final Subscription events;
    private final ReadOnlyObjectWrapper<Optional<Correspondent>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable ConversationId id;

    /** Counts what was heard: what was read before it may be older. */
    private int heard;

    CorrespondentViewModel(
            ConversationEngine engine,
            Correspondents correspondents,
            ChannelDesk desk,
            Commands commands) {
        this.correspondents = correspondents;
        this.desk = desk;
        this.commands = commands;
        this.events = engine.subscribe(this::hear);
    }

    /** Empty as long as it is not known, and where there is nobody on a channel. */
    ReadOnlyObjectProperty<Optional<Correspondent>> shown() {
        return shown.getReadOnlyProperty();
    }

    void show(@Nullable Conversation conversation) {
        ConversationId next =
                conversation == null || conversation.isOwn() ? null : conversation.id();
        if (!Objects.equals(next, id)) {
            id = next;
            shown.set(Optional.empty());
            if (next != null) {
                read(next);
            }
        }
    }

    private void read(ConversationId of) {
        int before = heard;
        commands.run(
                () -> correspondents.find(of),
                found -> {
                    if (of.equals(id) && before == heard) {
                        shown.set(found);
                    } else if (of.equals(id)) {
                        read(of);
                    }
                });
    }

    private void hear(ConversationEvent event) {
        if (event instanceof CorrespondentChanged(Correspondent now)) {
            FxThread.run(() -> hear(now));
        }
    }

    private void hear(Correspondent now) {
        if (now.conversation().equals(id)) {
            heard++;
            shown.set(Optional.of(now));
        }
    }

    void approve() {
        decide(ChannelDesk::approve);
    }

    void block() {
        decide(ChannelDesk::block);
    }

    void release(boolean answer) {
        decide((by, of) -> by.release(of, answer));
    }

    private void decide(BiConsumer<ChannelDesk, ConversationId> decision) {
        ConversationId of = id;
        if (of != null) {
            commands.run(() -> decision.accept(desk, of));
        }
    }

    @Override
    public void close() {
        events.close();
    }
}
