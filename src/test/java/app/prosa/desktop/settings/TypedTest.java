package app.prosa.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What people type into fields. */
class TypedTest {
    @Test
    void a_number_may_have_a_point_or_a_comma_or_be_missing() {
        assertEquals(new Entry.Given<>(0.7), Entry.decimal(" 0.7 ", 0, 2));
        assertEquals(new Entry.Given<>(0.7), Entry.decimal("0,7", 0, 2));
        assertEquals(new Entry.Given<>(2.0), Entry.decimal("2", 0, 2));
        assertEquals(new Entry.Blank<>(), Entry.decimal("  ", 0, 2));
    }

    @Test
    void a_number_out_of_range_or_none_is_unusable() {
        for (String typed : new String[] {"2.1", "-1", "NaN", "1e1", "1.", ".5", "one"}) {
            assertEquals(new Entry.Unusable<>(), Entry.decimal(typed, 0, 2), typed);
        }
        for (String typed : new String[] {"0", "1001", "1.5", "99999999999"}) {
            assertEquals(new Entry.Unusable<>(), Entry.whole(typed, 1, 1000), typed);
        }
        assertEquals(new Entry.Given<>(1000), Entry.whole("1000", 1, 1000));
    }

    @Test
    void a_search_knows_neither_accents_nor_case_nor_order() {
        assertTrue(SearchText.matches("Conversação · Tema escuro", "ESCURO conversacao"));
        assertTrue(SearchText.matches("anything", "  "));
        assertFalse(SearchText.matches("Tema escuro", "tema claro"));
    }

    @Test
    void a_passphrase_is_judged_by_length_and_variety() {
        assertEquals(Strength.WEAK, Strength.of("secret1"));
        assertEquals(Strength.WEAK, Strength.of("aaaaaaaaaaaaaa"));
        assertEquals(Strength.FAIR, Strength.of("abc def ghi jkl"));
        assertEquals(Strength.FAIR, Strength.of("tr0ub4dor&3"));
        assertEquals(Strength.STRONG, Strength.of("correct horse battery staple"));
    }
}
