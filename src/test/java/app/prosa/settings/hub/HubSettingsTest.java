package app.prosa.settings.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class HubSettingsTest {
    @Test
    void the_public_address_has_no_slash_at_its_end() {
        assertEquals(Optional.of("https://hub.example"), address("https://hub.example"));
        assertEquals(Optional.of("https://hub.example"), address(" https://hub.example/ "));
        assertEquals(
                Optional.of("https://hub.example/prosa"), address("https://hub.example/prosa/"));
    }

    @Test
    void there_is_none_where_none_was_written() {
        assertEquals(Optional.empty(), address(""));
        assertEquals(Optional.empty(), address(" "));
        assertEquals(Optional.empty(), address("/"));
    }

    private static Optional<String> address(String written) {
        return HubSettings.DEFAULT.withPublicUrl(written).publicAddress();
    }
}
