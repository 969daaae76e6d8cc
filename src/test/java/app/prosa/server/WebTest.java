package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.settings.Language;
import app.prosa.settings.Settings;
import app.prosa.settings.hub.HubSettings;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebTest extends HubRig {
    @Test
    void a_page_comes_with_rules_that_let_nothing_else_in() throws Exception {
        Answer page = get("/test/page.html").send();
        assertEquals(200, page.status());
        assertEquals("text/html; charset=utf-8", page.header("content-type"));
        String policy = page.header("content-security-policy");
        assertTrue(policy.startsWith("default-src 'none'"), policy);
        assertTrue(policy.contains("script-src 'self'"), policy);
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals("nosniff", page.header("x-content-type-options"));
        assertEquals("no-referrer", page.header("referrer-policy"));
    }

    @Test
    void a_file_that_has_not_changed_is_not_sent_again() throws Exception {
        Answer first = get("/test/part.mjs").send();
        assertEquals("text/javascript; charset=utf-8", first.header("content-type"));
        assertEquals("no-cache", first.header("cache-control"));
        assertEquals("Origin", first.header("vary"));
        String tag = first.header("etag");
        assertNotEquals("", tag);
        Answer again = get("/test/part.mjs").with("If-None-Match", "W/\"x\", " + tag).send();
        assertEquals(304, again.status());
        assertEquals("", again.body());
        assertEquals(200, get("/test/part.mjs").with("If-None-Match", "\"x\"").send().status());
        Answer head = call("HEAD", "/test/part.mjs").send();
        assertEquals(Integer.toString(first.body().length()), head.header("content-length"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/test/.hidden.txt",
                "/test/noend",
                "/test",
                "/test/",
                "/test//page.html",
                "/test/../test/page.html",
                "/TEST/page.html",
                "/test/page.html?/../../x.js/../y"
            })
    void only_what_is_meant_to_be_seen_is(String path) throws Exception {
        int expected = path.contains("?") ? 200 : 404;
        assertEquals(expected, get(path).send().status());
    }

    @Test
    void other_methods_than_reading_are_refused() throws Exception {
        Answer answer = call("DELETE", "/test/page.html").send();
        assertEquals(405, answer.status());
        assertEquals("GET, HEAD, OPTIONS", answer.header("allow"));
    }

    @Test
    void the_page_says_what_the_operator_chose() throws Exception {
        assertEquals("{\"title\":\"\",\"greeting\":\"\"}", get("/api/page").send().body());
        settings.update(all ->
                all.with(titled(all.hub()))
                        .with(
                                new Settings.General(
                                        Language.PORTUGUESE, all.general().sendKey(), true)));
        JsonNode page = get("/api/page").send().json();
        assertEquals("Loja", page.path("title").asText());
        assertEquals("Olá!", page.path("greeting").asText());
        assertEquals("pt-BR", page.path("language").asText());
    }

    private static HubSettings titled(HubSettings usual) {
        return usual.withPage(new HubSettings.WebPage("Loja", "Olá!"));
    }
}
