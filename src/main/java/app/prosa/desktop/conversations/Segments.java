package app.prosa.desktop.conversations;

import app.prosa.conversation.ConversationStore.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The segments of the list, and which lines each of them has: the first of a group has a header.
 */
final class Segments {
    private final List<Segment> segments = new ArrayList<>();

    /** The first line of each segment, its header if it has one; at last, the number of lines. */
    private int[] starts = {0};

    int size() {
        return segments.size();
    }

    /** How many lines all of them have. */
    int lines() {
        return starts[starts.length - 1];
    }

    Segment get(int at) {
        return segments.get(at);
    }

    List<Segment> all() {
        return List.copyOf(segments);
    }

    /**
     * @return -1 when it is none of them
     */
    int indexOf(Segment segment) {
        return segments.indexOf(segment);
    }

    /** Which segment a line is in. */
    int at(int line) {
        if (line < 0 || line >= lines()) {
            throw new IndexOutOfBoundsException(line);
        }
        int found = Arrays.binarySearch(starts, line);
        return found >= 0 ? found : -2 - found;
    }

    /** The first line of a segment. */
    int start(int at) {
        return starts[at];
    }

    /** The line of a segment's first conversation. */
    int first(int at) {
        return starts[at] + (isHeaded(at) ? 1 : 0);
    }

    /** After its last line. */
    int end(int at) {
        return starts[at + 1];
    }

    boolean isHeaded(int at) {
        return !isOf(at - 1, segments.get(at).group());
    }

    /** Whether there is such a segment, and it is of this group. */
    boolean isOf(int at, Group group) {
        return at >= 0 && at < segments.size() && segments.get(at).group().equals(group);
    }

    /** The first segment that ends at this place or after it; their number if none does. */
    int covering(Place place) {
        int low = 0;
        int high = segments.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before = segments.get(middle).until().compareTo(place) < 0;
            low = before ? middle + 1 : low;
            high = before ? high : middle;
        }
        return low;
    }

    void add(int at, Segment segment) {
        segments.add(at, segment);
        count();
    }

    void addAll(List<Segment> more) {
        segments.addAll(more);
        count();
    }

    Segment remove(int at) {
        Segment gone = segments.remove(at);
        count();
        return gone;
    }

    void clear() {
        segments.clear();
        count();
    }

    /** One of them has more or fewer conversations than before. */
    void count() {
        int[] now = new int[segments.size() + 1];
        for (int i = 0; i < segments.size(); i++) {
            now[i + 1] = now[i] + (isHeaded(i) ? 1 : 0) + segments.get(i).count();
        }
        starts = now;
    }
}
