package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On this computer nobody needs a key; web pages from elsewhere are kept out all the same. */
class OriginsTest extends HubRig {
    private static final String SHOP = "http://localhost:8080";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:1",
                "127.0.0.1",
                "127.0.0.1:3000",
                "[::1]:3000",
                "127.3.2.1"
            })
    void this_computers_own_names_are_answered(String host) throws Exception {
        assertEquals(200, get("/health").with("Host", host).send().status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "evil.example:3000",
                "192.168.0.9",
                "0.0.0.0",
                "[::2]",
                "localhost@evil.example",
                "evil.example@localhost",
                "localhost.",
                "localhost,evil.example",
                "2130706433.evil.example",
                "[::ffff:192.168.0.9]"
            })
    void any_other_name_is_one_that_somebody_made_lead_here(String host) throws Exception {
        Answer answer = chat("ana", "oi").with("Host", host).send();
        assertEquals(true, answer.status() == 403 || answer.status() == 400, answer.toString());
        assertEquals(0, model.requests().size());
        if (answer.status() == 403) {
            assertEquals("host_not_allowed", answer.code());
        }
    }

    @Test
    void the_hubs_own_page_may_call() throws Exception {
        String host = "localhost:" + port;
        Answer answer = chat("ana", "oi").with("Origin", "http://" + host).send();
        assertEquals(200, answer.status());
        assertEquals("", answer.header("access-control-allow-origin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://localhost:8080",
                "http://localhost",
                "null",
                "http://127.0.0.1.evil.example",
                "file://",
                "http://localhost@evil.example",
                "http://evil.example, http://localhost",
                "https://evil.example#localhost",
                "localhost"
            })
    void no_other_page_may(String origin) throws Exception {
        Answer answer = chat("ana", "oi").with("Origin", origin).send();
        assertEquals(403, answer.status());
        assertEquals("origin_not_allowed", answer.code());
        assertEquals("", answer.header("access-control-allow-origin"));
        assertEquals(0, model.requests().size());
    }

    @Test
    void a_page_that_hides_where_it_comes_from_may_not_either() throws Exception {
        Wire.Call image = get("/api/conversation/ana/web").with("Sec-Fetch-Site", "cross-site");
        assertEquals("origin_not_allowed", image.send().code());
    }

    @Test
    void a_page_that_the_operator_allows_may_call_as_the_first_one_did() throws Exception {
        assertEquals(403, preflight().status());
        change(hub -> Chosen.origins(hub, SHOP + "/"));

        Answer preflight = preflight();
        assertEquals(204, preflight.status());
        assertEquals(SHOP, preflight.header("access-control-allow-origin"));
        assertEquals(true, preflight.header("access-control-allow-methods").contains("POST"));
        assertEquals(
                true, preflight.header("access-control-allow-headers").contains("Content-Type"));
        assertEquals("Origin", preflight.header("vary"));
        Answer answer = chat("ana", "oi").with("Origin", SHOP).send();
        assertEquals(200, answer.status());
        assertEquals(SHOP, answer.header("access-control-allow-origin"));
        Answer error = post("/api/chat", "{}").with("Origin", SHOP).send();
        assertEquals(400, error.status());
        assertEquals(SHOP, error.header("access-control-allow-origin"), "pages can read errors");

        change(hub -> Chosen.origins(hub));
        assertEquals(403, chat("ana", "oi").with("Origin", SHOP).send().status(), "at once");
    }

    private Answer preflight() throws Exception {
        return call("OPTIONS", "/api/chat")
                .with("Origin", SHOP)
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "content-type")
                .send();
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-For,1.2.3.4",
        "x-forwarded-host,hub.example",
        "Forwarded,for=1.2.3.4",
        "CF-Connecting-IP,1.2.3.4",
        "cf-ray,1",
        "X-Real-IP,1.2.3.4",
        "X-Forwarded-Anything,x"
    })
    void what_somebody_passed_on_may_come_from_anywhere_and_needs_a_key(String name, String value)
            throws Exception {
        Answer answer = chat("ana", "oi").with(name, value).send();
        assertEquals(401, answer.status());
        assertEquals("key_required", answer.code());
        assertEquals("Bearer", answer.header("www-authenticate"));
        assertEquals(200, get("/health").with(name, value).send().status());
    }

    @Test
    void a_name_is_no_proof_of_a_page_of_ours_once_others_can_reach_the_hub() throws Exception {
        Wire.Call rebound =
                post("/api/session", "{}")
                        .with("X-Forwarded-For", "1.2.3.4")
                        .with("Host", "evil.example")
                        .with("Origin", "http://evil.example");
        assertEquals("origin_not_allowed", rebound.send().code());
        Wire.Call byAddress =
                post("/api/session", "{}")
                        .with("X-Forwarded-For", "1.2.3.4")
                        .with("Host", "203.0.113.7")
                        .with("Origin", "https://203.0.113.7");
        assertNotEquals("", byAddress.send().text("token"));
    }

    @Test
    void any_key_will_do_while_none_is_needed_and_there_is_none() throws Exception {
        assertEquals(200, chat("ana", "oi").with("Authorization", "Bearer x").send().status());
    }
}
