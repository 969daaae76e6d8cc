package app.prosa.desktop.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Everybody can read it, in the light and in the dark. */
class ContrastTest {
    private static final List<String> SURFACES =
            List.of("-prosa-bg", "-prosa-bg-raised", "-prosa-bg-sunken");

    private static final List<String> TEXT_TOKENS =
            List.of(
                    "-prosa-text",
                    "-prosa-text-muted",
                    "-prosa-text-dim",
                    "-prosa-link",
                    "-prosa-danger",
                    "-prosa-warning",
                    "-prosa-success",
                    "-prosa-accent",
                    "-prosa-mode-auto",
                    "-prosa-mode-draft",
                    "-prosa-mode-human",
                    "-prosa-mode-paused");

    @Test
    void every_pair_in_the_rules_can_be_read_in_the_light() {
        assertEquals(List.of(), Contrast.light().problems(Stylesheet.all()));
    }

    @Test
    void every_pair_in_the_rules_can_be_read_in_the_dark() {
        assertEquals(List.of(), Contrast.dark().problems(Stylesheet.all()));
    }

    @Test
    void every_colour_for_text_can_be_read_on_every_surface() {
        for (Contrast theme : List.of(Contrast.light(), Contrast.dark())) {
            for (String surface : SURFACES) {
                TEXT_TOKENS.forEach(text -> atLeast(Contrast.TEXT, theme, text, surface));
                atLeast(Contrast.LINES, theme, "-prosa-border-strong", surface);
                atLeast(Contrast.LINES, theme, "-prosa-focus", surface);
            }
        }
    }

    @Test
    void text_can_be_read_where_it_stands_on_a_colour() {
        for (Contrast theme : List.of(Contrast.light(), Contrast.dark())) {
            for (String surface :
                    List.of(
                            "-prosa-bg-user",
                            "-prosa-bg-operator",
                            "-prosa-bg-warning",
                            "-prosa-bg-danger",
                            "-prosa-selection")) {
                atLeast(Contrast.TEXT, theme, "-prosa-text", surface);
            }
            for (String code : List.of("keyword", "string", "comment", "number")) {
                atLeast(Contrast.TEXT, theme, "-prosa-code-" + code, "-prosa-bg-code");
            }
            for (String found : List.of("-prosa-bg-found", "-prosa-bg-found-current")) {
                for (String text :
                        List.of(
                                "text",
                                "text-muted",
                                "link",
                                "code-keyword",
                                "code-string",
                                "code-comment",
                                "code-number")) {
                    atLeast(Contrast.TEXT, theme, "-prosa-" + text, found);
                }
            }
            atLeast(Contrast.TEXT, theme, "-prosa-warning", "-prosa-bg-warning");
            atLeast(Contrast.TEXT, theme, "-prosa-danger", "-prosa-bg-danger");
            atLeast(Contrast.TEXT, theme, "-prosa-link", "-prosa-bg-user");
        }
    }

    @Test
    void both_themes_have_the_same_tokens() {
        Stylesheet tokens = Stylesheet.read("tokens");
        assertEquals(
                tokens.rules().getFirst().declarations().keySet(),
                tokens.dark().getFirst().declarations().keySet());
    }

    @Test
    void a_pair_that_is_too_faint_is_found_wherever_it_comes_together() {
        Contrast grey =
                new Contrast(
                        Map.of(
                                "-prosa-text",
                                0x777777,
                                "-prosa-bg",
                                0x888888,
                                "-prosa-bg-raised",
                                0,
                                "-prosa-bg-sunken",
                                0,
                                "-prosa-bg-hover",
                                0,
                                "-prosa-bg-selected",
                                0));
        assertEquals(
                1,
                problems(
                        grey,
                        ".a { -fx-text-fill: -prosa-text; -fx-background-color: -prosa-bg; }"));
        assertEquals(1, problems(grey, ".a { -fx-text-fill: -prosa-text; }"), "on a surface");
        assertEquals(
                2,
                problems(
                        grey,
                        ".a { -fx-text-fill: -prosa-text; -fx-background-color: -prosa-bg-raised; } .a:hover { -fx-background-color: -prosa-bg; } .a:hover > .b { -fx-text-fill: -prosa-text; }"),
                "from the rule that it refines, and from its parent");
        assertEquals(
                0,
                problems(
                        grey,
                        ".a { -fx-text-fill: -prosa-text; -fx-background-color: -prosa-bg, -prosa-bg-raised; }"));
    }

    private static int problems(Contrast theme, String css) {
        return theme.problems(List.of(Stylesheet.parse("x", css))).size();
    }

    private static void atLeast(double least, Contrast theme, String front, String behind) {
        double ratio = theme.ratio(front, behind);
        assertTrue(ratio >= least, () -> front + " on " + behind + " is " + ratio);
    }
}
