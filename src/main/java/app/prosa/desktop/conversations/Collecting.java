package app.prosa.desktop.conversations;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Place;
import app.prosa.desktop.conversations.Row.Header;
import app.prosa.desktop.conversations.Row.Item;
import app.prosa.desktop.conversations.Row.Pending;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Gathers which conversations stand on some lines, those too that are not at hand. */
final class Collecting {
    private final Rows rows;
    private final Function<Segment, Stretch> stretches;
    private final List<ConversationId> here = new ArrayList<>();
    private final Map<Segment, List<Integer>> elsewhere = new LinkedHashMap<>();

    Collecting(Rows rows, Function<Segment, Stretch> stretches) {
        this.rows = rows;
        this.stretches = stretches;
    }

    void add(int line) {
        switch (rows.get(line)) {
            case Header header -> {}
            case Item item -> here.add(item.conversation().id());
            case Pending pending ->
                    elsewhere
                            .computeIfAbsent(rows.segment(line), s -> new ArrayList<>())
                            .add(rows.offset(line));
        }
    }

    /** At once, if all are at hand. */
    void handOver(Asking asking, Browsing browsing, Consumer<List<ConversationId>> receiver) {
        if (elsewhere.isEmpty()) {
            receiver.accept(here);
            return;
        }
        List<Part> parts = new ArrayList<>();
        elsewhere.forEach(
                (segment, offsets) -> parts.add(new Part(stretches.apply(segment), offsets)));
        asking.ask(
                wanted -> {
                    List<ConversationId> all = new ArrayList<>(here);
                    parts.forEach(part -> all.addAll(part.read(browsing)));
                    return all;
                },
                receiver);
    }

    /** Some of a stretch. */
    private record Part(Stretch stretch, List<Integer> offsets) {
        List<ConversationId> read(Browsing browsing) {
            List<Place> places = stretch.places(browsing);
            return offsets.stream()
                    .filter(offset -> offset < places.size())
                    .map(offset -> places.get(offset).id())
                    .toList();
        }
    }
}
