package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.settings.hub.HubSettings;
import app.prosa.settings.hub.HubSettings.Limits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsTest extends HubRig {
    private static final String KEY = "outside-key-0123456789";

    @Override
    Map<String, String> environment() {
        return Map.of("PORT", "0", "PROSA_API_KEY", KEY, "PROSA_TRUSTED_PROXIES", "127.0.0.1");
    }

    @Override
    HubSettings chosen(HubSettings usual) {
        return Chosen.with(usual, new Limits(true, 5, 2, 4, 0));
    }

    @Test
    void a_user_has_so_many_messages_a_minute() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertEquals(200, keyed(chat("ana", "oi")).send().status());
        }
        Answer refused = keyed(chat("ana", "oi")).send();
        assertEquals(429, refused.status());
        assertEquals("rate_limited", refused.code());
        int wait = Integer.parseInt(refused.header("retry-after"));
        assertTrue(wait > 0 && wait <= 30, refused.toString());
        assertEquals(200, keyed(chat("bia", "oi")).send().status(), "others have their own");
    }

    @Test
    void a_key_has_so_many_requests_a_minute() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertEquals(200, keyed(get("/api/conversation/ana/web")).send().status());
        }
        assertEquals(429, keyed(get("/api/conversation/ana/web")).send().status());
    }

    @Test
    void an_address_has_so_many_requests_a_minute_whoever_passes_them_on() throws Exception {
        for (int i = 0; i < 4; i++) {
            assertEquals(200, from("198.51.100.1, 127.0.0.1").status());
        }
        assertEquals(
                429, from("203.0.113.9, 198.51.100.1").status(), "what is left of it is hearsay");
        assertEquals(200, from("198.51.100.2").status());
    }

    private Answer from(String forwardedFor) throws Exception {
        return post("/api/session", "{}").with("X-Forwarded-For", forwardedFor).send();
    }

    @Test
    void programs_on_this_computer_have_no_limit_but_the_machines() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertEquals(200, chat("ana", "oi").send().status());
        }
    }

    @Test
    void limits_can_be_switched_off_at_once() throws Exception {
        change(hub -> Chosen.with(hub, hub.limits().withOn(false)));
        for (int i = 0; i < 8; i++) {
            assertEquals(200, keyed(chat("ana", "oi")).send().status());
        }
        assertEquals(
                List.of(), hub.requests().stream().filter(line -> line.status() != 200).toList());
    }

    private static Wire.Call keyed(Wire.Call call) {
        return call.with("Authorization", "Bearer " + KEY);
    }
}
