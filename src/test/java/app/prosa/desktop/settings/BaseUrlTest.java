package app.prosa.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.settings.Preset;
import org.junit.jupiter.api.Test;

class BaseUrlTest {
    @Test
    void calls_go_below_the_base() {
        BaseUrl.Valid url = valid(Preset.CUSTOM, " https://example.com/v1/ ");
        assertEquals("https://example.com/v1", url.baseUrl());
        assertEquals("https://example.com/v1/chat/completions", url.calls());
    }

    @Test
    void the_address_of_a_call_is_taken_for_its_base() {
        assertEquals(
                "http://127.0.0.1:8080/v1",
                valid(Preset.CUSTOM, "http://127.0.0.1:8080/v1/chat/completions").baseUrl());
        assertEquals(
                "http://127.0.0.1:8080/v1",
                valid(Preset.CUSTOM, "http://127.0.0.1:8080/v1/models/").baseUrl());
    }

    @Test
    void azure_is_the_resource_whatever_path_the_portal_shows() {
        BaseUrl.Valid url =
                valid(Preset.AZURE, "https://mine.openai.azure.com/openai/deployments/x");
        assertEquals("https://mine.openai.azure.com", url.baseUrl());
        assertEquals("https://mine.openai.azure.com/openai/v1/chat/completions", url.calls());
    }

    @Test
    void plain_http_is_harmless_only_on_this_computer() {
        assertFalse(valid(Preset.CUSTOM, "http://localhost:1234/v1").plain());
        assertFalse(valid(Preset.CUSTOM, "http://[::1]:1234/v1").plain());
        assertFalse(valid(Preset.CUSTOM, "https://example.com/v1").plain());
        assertTrue(valid(Preset.CUSTOM, "http://example.com/v1").plain());
        assertTrue(valid(Preset.CUSTOM, "http://127.example.com/v1").plain());
    }

    @Test
    void what_is_no_address_says_why() {
        assertProblem("settings.url.blank", "  ");
        assertProblem("settings.url.blank", "/");
        assertProblem("settings.url.malformed", "https://exa mple.com");
        assertProblem("settings.url.scheme", "example.com/v1");
        assertProblem("settings.url.scheme", "ftp://example.com");
        assertProblem("settings.url.host", "https:///v1");
        assertProblem("settings.url.user", "https://me:secret@example.com/v1");
        assertProblem("settings.url.query", "https://example.com/v1?key=1");
        assertProblem("settings.url.query", "https://example.com/v1#top");
    }

    private static BaseUrl.Valid valid(Preset preset, String typed) {
        return assertInstanceOf(BaseUrl.Valid.class, BaseUrl.of(preset, typed));
    }

    private static void assertProblem(String key, String typed) {
        assertEquals(new BaseUrl.Invalid(key), BaseUrl.of(Preset.CUSTOM, typed));
    }
}
