package app.prosa.storage;

import app.prosa.conversation.ChannelKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Which users and names of messages, as hashes, have surely never been here: Bloom filters, each
 * twice as large as the one before it, with 16 bits and 4 places for each name. One name in some
 * 400 that is new is taken for one that may have been here, and then the tables are asked.
 */
final class Seen {
    private static final int FIRST = 1 << 14;
    private static final int BITS_EACH = 16;
    private static final int PLACES = 4;

    private final List<Filter> filters = new ArrayList<>();

    private static final class Filter {
        final int capacity;
        final long[] words;
        int count;

        Filter(int capacity) {
            this.capacity = capacity;
            this.words = new long[capacity * BITS_EACH / Long.SIZE];
        }

        void add(long hash) {
            count++;
            for (int i = 0; i < PLACES; i++) {
                int bit = place(hash, i);
                words[bit >>> 6] |= 1L << bit;
            }
        }

        boolean has(long hash) {
            for (int i = 0; i < PLACES; i++) {
                int bit = place(hash, i);
                if ((words[bit >>> 6] & (1L << bit)) == 0) {
                    return false;
                }
            }
            return true;
        }

        /** By two halves of the hash (Kirsch and Mitzenmacher, 2006). */
        private int place(long hash, int i) {
            int bits = words.length * Long.SIZE;
            int mixed = (int) (hash >>> 32) + i * ((int) hash | 1);
            return (int) ((Integer.toUnsignedLong(mixed) * bits) >>> 32);
        }
    }

    Seen() {
        filters.add(new Filter(FIRST));
    }

    static long user(ChannelKind channel, String userId) {
        return hash(hash(1, channel.key()), userId);
    }

    /** Whoever finds names that look alike here only has the tables asked. */
    private static long hash(long seed, String text) {
        long hash = seed * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0xFF51AFD7ED558CCDL;
            hash ^= hash >>> 32;
        }
        hash *= 0xC4CEB9FE1A85EC53L;
        return hash ^ (hash >>> 29);
    }

    void add(long hash) {
        Filter last = filters.getLast();
        if (last.count >= last.capacity) {
            last = new Filter(2 * last.capacity);
            filters.add(last);
        }
        last.add(hash);
    }

    /** False only for what was never added. */
    boolean maybe(long hash) {
        for (Filter filter : filters) {
            if (filter.has(hash)) {
                return true;
            }
        }
        return false;
    }
}
