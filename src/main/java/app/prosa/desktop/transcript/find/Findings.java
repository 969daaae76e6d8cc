package app.prosa.desktop.transcript.find;

import app.prosa.conversation.Message;
import app.prosa.desktop.transcript.TranscriptSource;
import app.prosa.desktop.transcript.lines.MessageLines;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * In which messages of a conversation something is found, and how often. Only that is kept: where
 * exactly it is in a message is found again when that message is shown.
 */
public final class Findings {
    private static final int PAGE = 200;

    private final Needle needle;

    /** The positions with hits, ascending. */
    private final int[] slots;

    /** How many hits there are before each of them. */
    private final int[] before;

    private final int total;

    /**
     * @param counts how many hits there are in each message
     */
    private Findings(Needle needle, int[] counts) {
        this.needle = needle;
        this.slots = IntStream.range(0, counts.length).filter(slot -> counts[slot] > 0).toArray();
        this.before = new int[slots.length];
        int sum = 0;
        for (int i = 0; i < slots.length; i++) {
            before[i] = sum;
            sum += counts[slots[i]];
        }
        this.total = sum;
    }

    /**
     * A hit.
     *
     * @param slot the position of its message
     * @param nth which of the hits of that message, from 0
     */
    public record Hit(int slot, int nth) {}

    /**
     * Looks through a whole conversation, from the reader to its end and then back to its
     * beginning. Blocks, and may take seconds: not on the JavaFX thread.
     *
     * @param length how many positions there are
     * @param reader the position of the reader
     * @param earlier of the same conversation, unchanged since; or null
     * @param onNearest is told the hit that is {@link #nearest} to the reader as soon as it is
     *     known
     * @param stopped whether the answer is not wanted any more
     * @throws CancellationException when it was not
     * @throws app.prosa.conversation.StoreException when messages cannot be read
     */
    public static Findings in(
            TranscriptSource source,
            int length,
            int reader,
            Needle needle,
            @Nullable Findings earlier,
            Consumer<Hit> onNearest,
            BooleanSupplier stopped) {
        BitSet where = earlier == null ? null : earlier.slotsFor(needle);
        Search search = new Search(source, length, needle, where, stopped);
        int from = Math.clamp(reader, 0, length);
        int first = search.forwards(from, onNearest);
        search.backwards(from, first >= 0 ? hit -> {} : onNearest);
        return new Findings(needle, search.counts);
    }

    /** A search under way. */
    private static final class Search {
        final int[] counts;
        private final TranscriptSource source;
        private final Needle needle;

        /** The only positions to look at, or null for all. */
        private final @Nullable BitSet where;

        private final BooleanSupplier stopped;

        Search(
                TranscriptSource source,
                int length,
                Needle needle,
                @Nullable BitSet where,
                BooleanSupplier stopped) {
            this.counts = new int[length];
            this.source = source;
            this.needle = needle;
            this.where = where;
            this.stopped = stopped;
        }

        /** Returns the first position with a hit, or -1. */
        int forwards(int begin, Consumer<Hit> onFirst) {
            int first = -1;
            for (int from = begin; from < counts.length; from += PAGE) {
                int to = Math.min(from + PAGE, counts.length);
                look(from, to);
                if (first < 0) {
                    first = IntStream.range(from, to).filter(this::isHit).findFirst().orElse(-1);
                    if (first >= 0) {
                        onFirst.accept(new Hit(first, 0));
                    }
                }
            }
            return first;
        }

        void backwards(int end, Consumer<Hit> onLast) {
            boolean told = false;
            for (int to = end; to > 0; to -= PAGE) {
                int from = Math.max(0, to - PAGE);
                look(from, to);
                int last = IntStream.range(from, to).filter(this::isHit).max().orElse(-1);
                if (!told && last >= 0) {
                    told = true;
                    onLast.accept(new Hit(last, counts[last] - 1));
                }
            }
        }

        private boolean isHit(int slot) {
            return counts[slot] > 0;
        }

        private void look(int from, int to) {
            if (where != null && (where.nextSetBit(from) < 0 || where.nextSetBit(from) >= to)) {
                return;
            }
            for (Message message : source.read(from, to)) {
                if (stopped.getAsBoolean()) {
                    throw new CancellationException();
                }
                int slot = message.position();
                if ((where == null || where.get(slot)) && needle.canBeIn(message)) {
                    counts[slot] = needle.count(lines(message));
                }
            }
        }
    }

    private @Nullable BitSet slotsFor(Needle other) {
        if (!other.narrows(needle)) {
            return null;
        }
        BitSet where = new BitSet();
        Arrays.stream(slots).forEach(where::set);
        return where;
    }

    /** As the transcript draws it. */
    private static MessageLines lines(Message message) {
        try {
            return MessageLines.of(message);
        } catch (RuntimeException e) {
            // The transcript falls back to the raw text too, and says so in the log.
            return MessageLines.raw(message);
        }
    }

    public Needle needle() {
        return needle;
    }

    public int total() {
        return total;
    }

    /**
     * @param index from 0 to before {@link #total}
     */
    public Hit hit(int index) {
        int i = Arrays.binarySearch(before, index);
        int message = i >= 0 ? i : -i - 2;
        return new Hit(slots[message], index - before[message]);
    }

    /** The index of a hit, or of one near it if it is not there any more. */
    public int indexOf(Hit hit) {
        int first = nearest(hit.slot());
        boolean there = first >= 0 && hit(first).slot() == hit.slot();
        return there ? Math.min(first + hit.nth(), total - 1) : first;
    }

    /**
     * The hit that is nearest to a reader: the first from their position on, or else the last
     * before it.
     *
     * @return its index, or -1 if there is none
     */
    public int nearest(int slot) {
        int i = Arrays.binarySearch(slots, slot);
        int message = i >= 0 ? i : -i - 1;
        return message < slots.length ? before[message] : total - 1;
    }
}
