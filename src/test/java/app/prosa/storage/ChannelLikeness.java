package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.conversation.delivery.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the store has of its channels what stands on paper. */
record ChannelLikeness(Database database, ChannelModel model) {

    void check(ChannelParts parts, Instant now) {
        parts.same(now);
        for (ModelTalk talk : model.talks.values()) {
            var correspondents = database.channels().correspondents();
            assertEquals(Optional.of(talk.who()), correspondents.find(talk.id));
            assertEquals(Optional.of(talk.who()), correspondents.find(talk.address));
            assertEquals(talk.media, correspondents.pendingMedia(talk.id));
            assertEquals(
                    talk.path.stream().map(s -> s.author + " " + s.state + " " + s.text).toList(),
                    database.conversations().path(talk.id, 0, 10_000).stream()
                            .map(m -> m.author() + " " + m.state() + " " + m.text())
                            .toList());
        }
        assertEquals(
                model.talks.values().stream()
                        .filter(talk -> talk.turn != null)
                        .map(talk -> ModelTurns.turn(talk).shown() + " " + talk.id)
                        .sorted()
                        .toList(),
                database.channels().turns().earliest(100).stream()
                        .map(due -> due.at() + " " + due.conversation())
                        .sorted()
                        .toList());
        waiting();
    }

    private void waiting() {
        List<ModelTalk> latest = new ArrayList<>(model.talks.values()).reversed();
        assertEquals(
                latest.stream()
                        .filter(talk -> !talk.trashed)
                        .filter(t -> t.standing == Standing.WAITING || t.held > 0)
                        .sorted((a, b) -> b.heard.compareTo(a.heard))
                        .map(ModelTalk::who)
                        .toList(),
                database.channels().correspondents().waiting(100));
    }
}
