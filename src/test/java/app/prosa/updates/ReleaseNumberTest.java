package app.prosa.updates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseNumberTest {
    /** Each is newer than all before it. */
    private static final List<String> IN_ORDER =
            List.of(
                    "0.0.1",
                    "0.1.0-SNAPSHOT",
                    "0.1.0",
                    "v0.1.1",
                    "0.2",
                    "1.0.0-rc1",
                    "1.0",
                    "1.9.3",
                    "v1.10.0",
                    "1.10.0.1",
                    "V2",
                    "2.0.10",
                    "999999999.0.0");

    @Test
    void numbers_are_compared_as_numbers_from_left_to_right() {
        for (int i = 0; i < IN_ORDER.size(); i++) {
            for (int j = 0; j < IN_ORDER.size(); j++) {
                String pair = IN_ORDER.get(i) + " after " + IN_ORDER.get(j);
                assertEquals(i > j, isNewer(IN_ORDER.get(i), IN_ORDER.get(j)), pair);
            }
        }
    }

    @Test
    void what_is_written_in_two_ways_is_the_same_version() {
        assertNotApart("1.2", "v1.2.0");
        assertNotApart("1.2.0", "1.2.0+build.5");
        assertNotApart("1.2.0-rc1", "1.2.0-rc2");
        assertNotApart("01.2.0", "1.2.0");
    }

    @Test
    void it_is_shown_without_what_makes_it_a_tag() {
        assertEquals("1.10.0", number("v1.10.0").toString());
        assertEquals("1.2-rc1", number("1.2-rc1+7").toString());
    }

    @Test
    void whatever_else_is_no_version() {
        for (String text :
                List.of(
                        "",
                        "v",
                        "latest",
                        "1.",
                        ".1",
                        "1..2",
                        "1.2.3.4.5",
                        "1.2.0-",
                        "1.2.0 ",
                        "1.2.0\n",
                        "-1.0.0",
                        "1.x",
                        "vv1.0",
                        "release-1.0",
                        "١.٢",
                        "1.0.0-<b>",
                        "9999999999.0",
                        "1.0-" + "a".repeat(41))) {
            assertEquals(Optional.empty(), ReleaseNumber.parse(text), text);
        }
    }

    private static void assertNotApart(String one, String other) {
        assertFalse(isNewer(one, other), one);
        assertFalse(isNewer(other, one), other);
    }

    private static boolean isNewer(String one, String other) {
        return number(one).isNewerThan(number(other));
    }

    private static ReleaseNumber number(String text) {
        Optional<ReleaseNumber> parsed = ReleaseNumber.parse(text);
        assertTrue(parsed.isPresent(), text);
        return parsed.get();
    }
}
