package app.prosa.desktop.chat;

import app.prosa.conversation.StoreException;
import app.prosa.desktop.FxThread;
import app.prosa.desktop.transcript.TranscriptSource;
import app.prosa.desktop.transcript.find.Findings;
import app.prosa.desktop.transcript.find.Findings.Hit;
import app.prosa.desktop.transcript.find.Needle;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the conversation shown, and which of the hits the reader is at. All
 * messages are read for it, in the background. On the JavaFX thread.
 */
final class FindViewModel {
    private static final Duration TYPING = Duration.millis(150);

    /** How far a search is. */
    sealed interface State {
        /** Nothing is looked for. */
        record Idle() implements State {}

        record Searching() implements State {}

        record Nothing() implements State {}

        /** It could not be looked for. */
        record Failed() implements State {}

        /**
         * @param number which of the hits the reader is at, from 1
         * @param words what stands around it; empty until it is in sight
         */
        record At(int number, int total, String words) implements State {}
    }

    /** Where it is looked for. */
    interface Transcript {
        /** The messages of the conversation shown. */
        TranscriptSource source();

        int firstInSight();

        /** The field for the words covers the upper edge, or not any more. */
        void cover(boolean covered);

        void mark(@Nullable Needle needle);

        void goTo(Hit hit, Consumer<String> whenThere);
    }

    private final Transcript transcript;
    private final Executor background;
    private final Consumer<StoreException> onTrouble;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Idle());
    private final PauseTransition typing = new PauseTransition(TYPING);
    private @Nullable Findings findings;

    /** Where a longer word can be: what was found last, unless the conversation changed since. */
    private @Nullable Findings narrowing;

    /** Counts the changes of the conversation. */
    private int changes;

    private int index;
    private @Nullable Hit at;

    /** How far the reader has stepped before there was anything to step to. */
    private int owed;

    /** Counts the searches, so that one that was overtaken can know. */
    private final AtomicInteger search = new AtomicInteger();

    private boolean open;

    /** What is looked for is another word than before. */
    private boolean other;

    FindViewModel(Transcript transcript, Executor background, Consumer<StoreException> onTrouble) {
        this.transcript = transcript;
        this.background = background;
        this.onTrouble = onTrouble;
        typing.setOnFinished(e -> look());
        text.subscribe((before, now) -> typed());
    }

    StringProperty text() {
        return text;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    void open() {
        open = true;
        other = true;
        transcript.cover(true);
        look();
    }

    void close() {
        open = false;
        transcript.cover(false);
        forget();
    }

    private void typed() {
        if (open) {
            other = true;
            typing.playFromStart();
        }
    }

    /** The conversation has changed: it is counted again, and the reader stays where they are. */
    void changed() {
        if (open) {
            changes++;
            narrowing = null;
            typing.playFromStart();
        }
    }

    private void forget() {
        typing.stop();
        search.incrementAndGet();
        findings = null;
        narrowing = null;
        at = null;
        transcript.mark(null);
        state.set(new State.Idle());
    }

    private void look() {
        typing.stop();
        Optional<Needle> needle = Needle.of(text.get());
        needle.ifPresentOrElse(this::look, this::forget);
    }

    private void look(Needle needle) {
        boolean goes = other || !(state.get() instanceof State.At);
        other = false;
        owed = 0;
        if (goes) {
            transcript.mark(needle);
            state.set(new State.Searching());
        }
        // From the hit that the reader is at, or else from what is in sight.
        look(needle, at == null ? transcript.firstInSight() : at.slot(), goes);
    }

    private void look(Needle needle, int from, boolean goes) {
        int mine = search.incrementAndGet();
        int seen = changes;
        Findings earlier = narrowing;
        TranscriptSource source = transcript.source();
        int length = source.size();
        Consumer<Hit> onNearest = goes ? hit -> FxThread.run(() -> nearest(mine, hit)) : hit -> {};
        background.execute(() -> {
            try {
                Findings found =
                        Findings.in(
                                source,
                                length,
                                from,
                                needle,
                                earlier,
                                onNearest,
                                () -> mine != search.get());
                FxThread.run(() -> found(mine, seen, found, from, goes));
            } catch (CancellationException overtaken) {
                // Another search answers.
            } catch (StoreException e) {
                FxThread.run(() -> failed(mine, e));
            }
        });
    }

    /** In sight before all of them are counted. */
    private void nearest(int mine, Hit hit) {
        if (mine == search.get()) {
            transcript.goTo(hit, words -> {});
        }
    }

    private void found(int mine, int seen, Findings found, int from, boolean goes) {
        if (mine != search.get()) {
            return;
        }
        findings = found;
        narrowing = seen == changes ? found : null;
        if (found.total() == 0) {
            at = null;
            state.set(new State.Nothing());
        } else if (goes) {
            go(found, Math.floorMod(found.nearest(from) + owed, found.total()));
        } else {
            index = at == null ? found.nearest(from) : found.indexOf(at);
            String words = state.get() instanceof State.At before ? before.words() : "";
            state.set(new State.At(index + 1, found.total(), words));
        }
    }

    private void failed(int mine, StoreException e) {
        if (mine == search.get()) {
            findings = null;
            narrowing = null;
            state.set(new State.Failed());
            onTrouble.accept(e);
        }
    }

    /** One hit on, from the last to the first. */
    void next() {
        step(1);
    }

    void previous() {
        step(-1);
    }

    private void step(int by) {
        Findings now = findings;
        if (other || state.get() instanceof State.Failed) {
            look();
        } else if (state.get() instanceof State.Searching || now == null) {
            owed += by;
        } else if (now.total() > 0) {
            go(now, Math.floorMod(index + by, now.total()));
        }
    }

    private void go(Findings now, int to) {
        index = to;
        at = now.hit(to);
        int mine = search.get();
        state.set(new State.At(to + 1, now.total(), ""));
        transcript.goTo(
                now.hit(to),
                words -> {
                    if (mine == search.get() && index == to) {
                        state.set(new State.At(to + 1, now.total(), words));
                    }
                });
    }
}
