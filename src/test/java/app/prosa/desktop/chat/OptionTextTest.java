package app.prosa.desktop.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionTextTest {
    @Test
    void an_empty_field_means_none() {
        assertNull(OptionText.temperature(" "));
        assertNull(OptionText.count("", 10));
    }

    @Test
    void a_temperature_is_read_with_a_point_or_a_comma() {
        assertEquals(0.7, OptionText.temperature("0.7"));
        assertEquals(0.7, OptionText.temperature(" 0,7 "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "2.1", "NaN", "warm", "1e999"})
    void what_is_no_temperature_is_refused(String text) {
        assertThrows(NumberFormatException.class, () -> OptionText.temperature(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "11", "1.5", "many", "99999999999"})
    void what_is_no_count_is_refused(String text) {
        assertThrows(NumberFormatException.class, () -> OptionText.count(text, 10));
    }
}
