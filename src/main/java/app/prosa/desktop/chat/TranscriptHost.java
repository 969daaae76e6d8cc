package app.prosa.desktop.chat;

import app.prosa.conversation.Author;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import app.prosa.conversation.StoreException;
import app.prosa.conversation.delivery.Outbox;
import app.prosa.desktop.transcript.ScrollPosition;
import app.prosa.desktop.transcript.StoredTranscript;
import app.prosa.desktop.transcript.TranscriptSource;
import app.prosa.desktop.transcript.TranscriptView;
import app.prosa.desktop.transcript.find.Findings;
import app.prosa.desktop.transcript.find.Needle;
import app.prosa.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Shows one conversation after another in the transcript, each where its reader left it. */
final class TranscriptHost implements AutoCloseable {
    /** How many conversations it knows the place of. */
    private static final int PLACES = 100;

    /** How far back the last message of somebody is looked for. */
    private static final int NEAR_END = 50;

    private final ConversationEngine engine;
    private final Outbox outbox;
    private final Commands commands;
    private final Consumer<StoreException> onTrouble;
    private final ExecutorService background =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("transcript-", 0).factory());
    private final TranscriptView view;
    private final Map<ConversationId, ScrollPosition> places =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<ConversationId, ScrollPosition> eldest) {
                    return size() > PLACES;
                }
            };
    private @Nullable Conversation shown;
    private @Nullable StoredTranscript source;

    TranscriptHost(
            ConversationEngine engine,
            Outbox outbox,
            Commands commands,
            Consumer<StoreException> onTrouble,
            Function<Executor, TranscriptView> views) {
        this.engine = engine;
        this.outbox = outbox;
        this.commands = commands;
        this.onTrouble = onTrouble;
        this.view = views.apply(this::read);
    }

    /** A pulse that was on its way when the page was closed may still ask for something. */
    private void read(Runnable task) {
        if (!background.isShutdown()) {
            background.execute(task);
        }
    }

    Node root() {
        return view;
    }

    /** Finds words in whatever is shown. */
    FindViewModel finder() {
        return new FindViewModel(new Searched(), this::read, onTrouble);
    }

    private final class Searched implements FindViewModel.Transcript {
        @Override
        public TranscriptSource source() {
            return source == null ? TranscriptSource.EMPTY : source;
        }

        @Override
        public int firstInSight() {
            return view.firstInSight();
        }

        @Override
        public void cover(boolean covered) {
            view.setCovered(covered);
        }

        @Override
        public void mark(@Nullable Needle needle) {
            view.mark(needle);
        }

        @Override
        public void goTo(Findings.Hit hit, Consumer<String> whenThere) {
            view.goTo(hit, whenThere);
        }
    }

    void show(@Nullable Conversation conversation) {
        leave();
        shown = conversation;
        view.setVisible(conversation != null);
        if (conversation == null) {
            view.show(TranscriptSource.EMPTY, ScrollPosition.END);
        } else {
            StoredTranscript opened =
                    StoredTranscript.open(engine, outbox, conversation, this::read);
            opened.setOnTrouble(onTrouble);
            source = opened;
            view.show(opened, places.getOrDefault(conversation.id(), ScrollPosition.END));
        }
    }

    private void leave() {
        if (shown != null) {
            places.put(shown.id(), view.position());
        }
        if (source != null) {
            source.close();
            source = null;
        }
    }

    void follow() {
        view.follow();
    }

    void look(Settings.Appearance appearance) {
        view.setWide(appearance.wideTranscript());
        view.setWrapCode(appearance.wrapCode());
    }

    /** Hands over the last message that was not deleted of an author, if it is near the end. */
    void last(Author author, Consumer<Message> receiver) {
        Conversation conversation = shown;
        if (conversation != null) {
            commands.run(
                    () -> last(conversation.id(), author),
                    found -> found.filter(this::isOfShown).ifPresent(receiver));
        }
    }

    private boolean isOfShown(Message message) {
        return shown != null && shown.id().equals(message.conversationId());
    }

    private Optional<Message> last(ConversationId id, Author author) {
        int size = engine.conversations().find(id).map(Conversation::size).orElse(0);
        return engine
                .conversations()
                .path(id, Math.max(0, size - NEAR_END), size)
                .reversed()
                .stream()
                .filter(message -> message.author() == author && !message.deleted())
                .findFirst();
    }

    /** Hands over the whole conversation. */
    void all(Consumer<List<Message>> receiver) {
        Conversation conversation = shown;
        if (conversation != null) {
            commands.run(
                    () -> engine.conversations().path(conversation.id(), 0, Integer.MAX_VALUE),
                    receiver);
        }
    }

    @Override
    public void close() {
        leave();
        background.shutdown();
    }
}
