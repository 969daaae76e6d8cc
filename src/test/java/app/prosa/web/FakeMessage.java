package app.prosa.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;

/** A message as the history gives it. */
record FakeMessage(String id, String role, String content, Instant time, FakeTurn.State state) {
    FakeMessage with(String newContent, FakeTurn.State newState) {
        return new FakeMessage(id, role, newContent, time, newState);
    }

    FakeMessage at(Instant newTime) {
        return new FakeMessage(id, role, content, newTime, state);
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("role", role)
                .put("content", content)
                .put("timestamp", time.toString())
                .put("state", state.name().toLowerCase(Locale.ROOT));
    }
}
