package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.prosa.settings.hub.HubSettings;
import app.prosa.settings.hub.HubSettings.Limits;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A hub that others can reach asks clients of the OpenAI API for its own keys. */
class OpenAiKeysTest extends HubRig {
    private static final String KEY = "outside-key-0123456789";

    @Override
    Map<String, String> environment() {
        return Map.of(
                "PORT", "0", "PROSA_PUBLIC_URL", "https://hub.example/", "PROSA_API_KEY", KEY);
    }

    @Override
    HubSettings chosen(HubSettings usual) {
        return Chosen.with(usual, new Limits(true, 3, 30, 300, 0));
    }

    private static Wire.Call with(String key, Wire.Call call) {
        return call.with("Authorization", "Bearer " + key);
    }

    @Test
    void without_a_good_key_nothing_is_told() throws Exception {
        Answer none = get("/v1/models").send();
        assertEquals(401, none.status());
        assertEquals("invalid_api_key", none.json().at("/error/code").asText());
        assertEquals(401, with("sk-wrong", get("/v1/models")).send().status());
        assertEquals(200, with(KEY, get("/v1/models")).send().status());
    }

    @Test
    void a_key_has_so_many_requests_a_minute() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertEquals(200, with(KEY, get("/v1/models")).send().status());
        }
        Answer refused = with(KEY, get("/v1/models")).send();
        assertEquals(429, refused.status());
        assertEquals("rate_limit_exceeded", refused.json().at("/error/code").asText());
        assertNotEquals("", refused.header("retry-after"));
    }

    @Test
    void a_visitor_of_the_page_does_not_come_in_here() throws Exception {
        String token = post("/api/session", "{}").send().text("token");
        assertEquals(403, with(token, get("/v1/models")).send().status());
    }
}
