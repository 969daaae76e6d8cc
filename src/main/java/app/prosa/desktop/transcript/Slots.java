package app.prosa.desktop.transcript;

import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.desktop.FxThread;
import app.prosa.desktop.transcript.layout.RowHeights;
import app.prosa.desktop.transcript.lines.Line;
import app.prosa.desktop.transcript.lines.MessageLines;
import app.prosa.desktop.transcript.rows.Unfolded;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The messages around the viewport, cut into lines in the background. Far ones are forgotten, and
 * made again when they are needed.
 */
final class Slots implements RowHeights, TranscriptSource.Listener {
    /** More than this many are never kept. */
    private static final int MOST = 400;

    private static final int KEPT_AROUND = 150;
    private static final int UNFOLDED_KEPT = 500;

    /** As many messages to each side as most windows show. */
    private static final int AT_FIRST = 8;

    /** What a message is taken to be high before it is known, in em. */
    private static final double GUESS = 8;

    /** What the rows are drawn in. */
    interface Host {
        double measure(Slot slot, int position, int row);

        double em();

        boolean wrapsCode();

        /** Lines change in the runnable. */
        void change(Runnable change);

        /** The rows of a message are made anew. */
        void refold(int position);

        /** Something new came at the end. */
        void news();
    }

    private final Executor background;
    private final Host host;
    private final Map<Integer, Slot> slots = new HashMap<>();
    private final Map<MessageId, Unfolded> unfolded =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<MessageId, Unfolded> eldest) {
                    return size() > UNFOLDED_KEPT;
                }
            };
    private TranscriptSource source = TranscriptSource.EMPTY;
    private int size;

    /** What shows first, until it is at hand; then -1. */
    private int awaited = -1;

    Slots(Executor background, Host host) {
        this.background = background;
        this.host = host;
    }

    /**
     * @param around the position that shows first: it is asked for at once, not with the next pulse
     */
    void setSource(TranscriptSource source, int around) {
        this.source.setListener(new Deaf());
        this.source = source;
        slots.clear();
        size = source.size();
        source.setListener(this);
        awaited = Math.min(around, size - 1);
        prepareAwaited();
    }

    /** Has what will show made, as soon as it is at hand. */
    private void prepareAwaited() {
        if (awaited >= 0 && slot(awaited) != null) {
            keepAround(awaited, awaited, AT_FIRST);
            awaited = -1;
        }
    }

    TranscriptSource source() {
        return source;
    }

    /** Hears nothing: for a source that is not shown any more. */
    private static final class Deaf implements TranscriptSource.Listener {
        @Override
        public void changed(int from, int before) {}

        @Override
        public void resized() {}
    }

    @Override
    public int slots() {
        return size;
    }

    @Override
    public int rows(int position) {
        Slot slot = slot(position);
        return slot == null || slot.lines() == null ? 1 : slot.all().size();
    }

    @Override
    public double height(int position, int row) {
        Slot slot = slot(position);
        if (slot == null || slot.lines() == null) {
            return GUESS * host.em();
        }
        if (row >= slot.all().size() || !slot.shows(row)) {
            return 0;
        }
        double known = slot.height(row);
        if (Double.isNaN(known)) {
            known = host.measure(slot, position, row);
            slot.setHeight(row, known);
        }
        return known;
    }

    /** The slot if its message is at hand; asks for it if it is not. */
    @Nullable Slot slot(int position) {
        Slot slot = slots.get(position);
        return slot == null ? fetch(position) : slot;
    }

    /** Whether the rows of a slot are what the message is. */
    boolean isReady(int position) {
        Slot slot = slots.get(position);
        return slot != null && slot.lines() != null;
    }

    private @Nullable Slot fetch(int position) {
        Message message =
                position >= 0 && position < source.size() ? source.message(position) : null;
        if (message == null) {
            return null;
        }
        Slot slot = new Slot(position, message, unfoldedOf(message));
        slot.deliver(source.delivery(message.id()));
        slots.put(position, slot);
        make(position, slot);
        return slot;
    }

    private Unfolded unfoldedOf(Message message) {
        boolean live = message.state() == MessageState.STREAMING;
        return unfolded.computeIfAbsent(message.id(), _ -> new Unfolded(live, host.wrapsCode()));
    }

    private void make(int position, Slot slot) {
        Message message = slot.message();
        slot.setMaking(true);
        background.execute(() -> {
            MessageLines lines = slot.make(message);
            FxThread.run(() -> made(position, slot, lines));
        });
    }

    private void made(int position, Slot slot, MessageLines lines) {
        slot.setMaking(false);
        if (!slot.equals(slots.get(position))) {
            return;
        }
        host.change(() -> slot.accept(lines));
        if (slot.isBehind()) {
            make(position, slot);
        }
    }

    @Override
    public void changed(int from, int before) {
        for (int position = from; position < before; position++) {
            Slot slot = slots.get(position);
            Message message = slot == null ? null : source.message(position);
            if (slot != null && message != null) {
                renew(position, slot, message);
            }
        }
        prepareAwaited();
        host.change(() -> {});
    }

    private void renew(int position, Slot slot, Message message) {
        if (!slot.message().id().equals(message.id())) {
            Slot other = new Slot(position, message, unfoldedOf(message));
            // Until it is made, what was there before it stays, so that nothing flickers.
            Optional.ofNullable(slot.lines()).ifPresent(other::accept);
            other.deliver(source.delivery(message.id()));
            slots.put(position, other);
            make(position, other);
            return;
        }
        if (slot.message().state() == MessageState.STREAMING) {
            host.news();
        }
        host.change(() -> slot.deliver(source.delivery(message.id())));
        if (slot.want(message)) {
            make(position, slot);
        }
    }

    @Override
    public void resized() {
        int now = source.size();
        int before = size;
        if (now > size) {
            host.news();
        }
        host.change(() -> {
            size = now;
            slots.keySet().removeIf(position -> position >= now);
        });
        offerAnew(Math.min(before, now) - 1);
    }

    /** Going on is offered at the end of the conversation, and not where the end was before. */
    private void offerAnew(int position) {
        Slot slot = slots.get(position);
        if (slot != null && slot.all().stream().anyMatch(Line.CutShort.class::isInstance)) {
            host.refold(position);
        }
    }

    /** The messages whose reasoning is shown. */
    Set<MessageId> withOpenReasoning() {
        return unfolded.entrySet().stream()
                .filter(entry -> entry.getValue().isReasoningOpen())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** A message that cannot be drawn is made again from its raw text, once. */
    void fallBack(int position) {
        Slot slot = slots.get(position);
        if (slot != null && slot.fallBack()) {
            make(position, slot);
        }
    }

    void forgetHeights() {
        slots.values().forEach(Slot::forgetHeights);
    }

    void forgetHeights(int position) {
        Slot slot = slots.get(position);
        if (slot != null) {
            slot.forgetHeights();
        }
    }

    /** Has the messages around the viewport made, and forgets those far from it. */
    void keepAround(int first, int last, int ahead) {
        for (int i = 1; i <= ahead; i++) {
            if (last + i < size) {
                slot(last + i);
            }
            if (first - i >= 0) {
                slot(first - i);
            }
        }
        if (slots.size() > MOST) {
            slots.keySet().removeIf(p -> p < first - KEPT_AROUND || p > last + KEPT_AROUND);
        }
    }
}
