package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.prosa.settings.hub.ApiKey;
import app.prosa.settings.hub.ApiKey.Scope;
import app.prosa.settings.hub.HubProblem;
import app.prosa.settings.hub.HubState;
import app.prosa.settings.hub.NewKey;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A hub that others can reach: nobody comes in without a key. */
class KeysTest extends HubRig {
    private static final String FROM_OUTSIDE = "outside-key-0123456789";

    @Override
    Map<String, String> environment() {
        return Map.of(
                "PORT", "0",
                "PROSA_PUBLIC_URL", "https://hub.example/",
                "PROSA_API_KEY", FROM_OUTSIDE);
    }

    @Test
    void without_a_key_or_with_a_wrong_one_nothing_is_told() throws Exception {
        for (Wire.Call call : List.of(chat("ana", "oi"), get("/api/conversation/ana/web"))) {
            assertEquals("key_required", call.send().code());
            Answer wrong = call.with("Authorization", "Bearer " + FROM_OUTSIDE + "x").send();
            assertEquals(401, wrong.status());
            assertEquals("invalid_key", wrong.code());
            assertEquals("key_required", call.with("Authorization", "Basic YTpi").send().code());
        }
        assertEquals(0, model.requests().size());
    }

    @Test
    void the_environments_key_comes_in() throws Exception {
        assertEquals(200, with(FROM_OUTSIDE, chat("ana", "oi")).send().status());
    }

    @Test
    void a_key_is_good_until_it_is_revoked_and_its_streams_end_with_it() throws Exception {
        NewKey key = add("Shop");
        NewKey other = add("Other");
        assertEquals(200, with(key.secret(), chat("ana", "oi")).send().status());
        CountDownLatch go = new CountDownLatch(1);
        model.then(sink -> {
            sink.answer("one");
            go.await();
        });
        Wire.Call events = get("/api/conversation/ana/web/events");
        Wire.Call stream = chat("ana", "oi").with("Accept", "text/event-stream");
        try (Events listening = Events.of(with(key.secret(), events).start());
                Events staying = Events.of(with(other.secret(), events).start());
                Events chatting = Events.of(with(key.secret(), stream).start())) {
            chatting.await("delta");
            settings.update(all -> all.with(all.hub().withKeys(List.of(other.stored()))));

            chatting.rest();
            listening.rest();
            assertEquals(401, with(key.secret(), chat("ana", "oi")).send().status());
            go.countDown();
            staying.await("message");
        }
    }

    @Test
    void a_key_is_stored_by_its_hash_alone() throws Exception {
        NewKey key = add("Shop");
        String file = Files.readString(directory.resolve("settings.json"));
        assertFalse(file.contains(key.secret()));
        assertEquals(true, file.contains(key.stored().sha256()));
    }

    @Test
    void the_page_at_the_public_address_is_the_hubs_own() throws Exception {
        Answer session = post("/api/session", "{}").with("Origin", "https://hub.example").send();
        assertNotEquals("", session.text("token"));
        Wire.Call elsewhere = post("/api/session", "{}").with("Origin", "https://other.example");
        assertEquals("origin_not_allowed", elsewhere.send().code());
    }

    @Test
    void other_addresses_than_loopback_are_refused_without_a_key() throws Exception {
        hub.stop();
        hub = new Hub(withoutKey());
        HubState.Failed failed = assertInstanceOf(HubState.Failed.class, startAt("0.0.0.0"));
        assertEquals(HubProblem.Kind.NO_KEY, failed.problem().kind());
        add("Shop");
        assertInstanceOf(HubState.On.class, hub.start());
    }

    private HubParts withoutKey() {
        HubParts parts = parts();
        return new HubParts(
                parts.engine(),
                parts.model(),
                parts.usage(),
                parts.channels(),
                parts.settings(),
                parts.secrets(),
                Optional.empty(),
                parts.keystorePassword(),
                Clock.systemUTC(),
                parts.version());
    }

    private HubState startAt(String bind) {
        change(usual -> usual.withBind(bind).withPort(0).withPublicUrl("").withKeys(List.of()));
        return hub.start();
    }

    private NewKey add(String name) {
        NewKey key = NewKey.make(name, Scope.CHAT, Instant.now());
        settings.update(all -> {
            List<ApiKey> keys = new ArrayList<>(all.hub().keys());
            keys.add(key.stored());
            return all.with(all.hub().withKeys(keys));
        });
        return key;
    }

    private static Wire.Call with(String key, Wire.Call call) {
        return call.with("Authorization", "Bearer " + key);
    }
}
