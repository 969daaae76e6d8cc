package app.prosa.desktop.style;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.css.CssParser;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/** Colours are in tokens.css, and nowhere else. */
class TokensTest {
    private static final Pattern LITERAL =
            Pattern.compile("#[0-9A-Fa-f]{3,8}\\b|\\b(rgba?|hsba?)\\(");
    private static final Pattern WORD = Pattern.compile("(?<![-\\w])[a-z]{3,}(?![-\\w(])");
    private static final Pattern TOKEN = Pattern.compile("-prosa-[a-z-]+");

    @Test
    void no_rule_has_a_colour_of_its_own() {
        assertEquals(
                List.of(), Stylesheet.all().stream().flatMap(s -> literals(s).stream()).toList());
    }

    @Test
    void every_token_that_a_rule_names_is_there() {
        Set<String> tokens = Stylesheet.read("tokens").rules().getFirst().declarations().keySet();
        List<String> unknown = new ArrayList<>();
        for (Stylesheet sheet : Stylesheet.all()) {
            for (Stylesheet.Rule rule : sheet.rules()) {
                TOKEN.matcher(rule.declarations().values().toString())
                        .results()
                        .map(found -> found.group())
                        .filter(token -> !tokens.contains(token))
                        .forEach(token -> unknown.add(sheet.name() + ": " + token));
            }
        }
        assertEquals(List.of(), unknown);
    }

    @Test
    void a_colour_in_a_rule_is_found_however_it_is_written() {
        for (String colour : List.of("#fff", "#A8322A", "rgba(0, 0, 0, 0.5)", "white")) {
            Stylesheet sheet =
                    Stylesheet.parse("x", ".a { -fx-background-color: " + colour + "; }");
            assertEquals(1, literals(sheet).size(), colour);
        }
        Stylesheet clean =
                Stylesheet.parse(
                        "x",
                        ".a { -fx-background-color: transparent, -prosa-bg; -fx-padding: 1em; }");
        assertEquals(List.of(), literals(clean));
    }

    @Test
    void the_toolkit_understands_every_rule() throws Exception {
        CssParser.errorsProperty().clear();
        for (Stylesheet sheet : Stylesheet.all()) {
            new CssParser().parse(Stylesheet.FOLDER.resolve(sheet.name() + ".css").toUri().toURL());
        }
        assertEquals(
                List.of(),
                CssParser.errorsProperty().stream().map(CssParser.ParseError::getMessage).toList());
    }

    private static List<String> literals(Stylesheet sheet) {
        List<String> found = new ArrayList<>();
        for (Stylesheet.Rule rule : sheet.rules()) {
            rule.declarations()
                    .forEach((property, value) -> {
                        if (LITERAL.matcher(value).find() || namesAColour(property, value)) {
                            found.add(sheet.name() + ": " + rule.selector() + " " + value);
                        }
                    });
        }
        return found;
    }

    private static boolean namesAColour(String property, String value) {
        if (!property.matches(".*(color|fill|stroke|effect).*")) {
            return false;
        }
        Matcher words = WORD.matcher(value);
        while (words.find()) {
            String word = words.group();
            if (!word.equals("transparent") && isColour(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isColour(String word) {
        try {
            Color.web(word.toLowerCase(Locale.ROOT));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
