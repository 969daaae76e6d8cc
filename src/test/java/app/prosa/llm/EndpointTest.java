package app.prosa.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.prosa.settings.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "CUSTOM, http://h:1/v1, http://h:1/v1",
        "CUSTOM, ' http://h:1/v1/ ', http://h:1/v1",
        "CUSTOM, https://h/api/v1/chat/completions, https://h/api/v1",
        "AZURE, https://r.openai.azure.com, https://r.openai.azure.com/openai/v1",
        "AZURE, https://r.openai.azure.com/openai/v1/, https://r.openai.azure.com/openai/v1",
        "AZURE, https://r.openai.azure.com/openai/deployments/d/chat/completions?api-version=2024, "
                + "https://r.openai.azure.com/openai/v1"
    })
    void an_address_is_taken_as_people_paste_it(Preset preset, String typed, String url)
            throws Exception {
        assertEquals(url, Endpoint.of(preset, typed, null).baseUrl());
    }

    @Test
    void it_never_shows_its_key() throws Exception {
        Endpoint endpoint = Endpoint.of(Preset.CUSTOM, "http://h/v1", "sk-secret");

        assertEquals("sk-secret", endpoint.key());
        assertFalse(endpoint.toString().contains("secret"));
    }
}
