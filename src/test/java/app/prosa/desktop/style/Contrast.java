package app.prosa.desktop.style;

import app.prosa.desktop.style.Stylesheet.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds which colours meet, from the rules alone, and says where they cannot be told apart. A rule
 * that sets only one of text and background takes the other from the rule that it refines: the same
 * selector without its pseudo-classes, then without its last classes, then its parent.
 *
 * @param colours of one theme, by token
 */
record Contrast(Map<String, Integer> colours) {
    /** Web Content Accessibility Guidelines 2.2, 1.4.3 and 1.4.11. */
    static final double TEXT = 4.5;

    static final double LINES = 3;

    /** What text without a background of its own may stand on. */
    private static final List<String> SURFACES =
            List.of(
                    "-prosa-bg",
                    "-prosa-bg-raised",
                    "-prosa-bg-sunken",
                    "-prosa-bg-hover",
                    "-prosa-bg-selected");

    private static final List<String> TEXTS =
            List.of("-fx-text-fill", "-fx-fill", "-fx-prompt-text-fill", "-fx-highlight-text-fill");
    private static final Pattern TOKEN = Pattern.compile("-prosa-[a-z-]+");

    static Contrast light() {
        return new Contrast(colours(Stylesheet.read("tokens").rules()));
    }

    static Contrast dark() {
        Map<String, Integer> colours = new HashMap<>(light().colours());
        colours.putAll(colours(Stylesheet.read("tokens").dark()));
        return new Contrast(colours);
    }

    static Map<String, Integer> colours(List<Rule> rules) {
        Map<String, Integer> colours = new HashMap<>();
        for (Rule rule : rules) {
            rule.declarations()
                    .forEach((name, value) -> {
                        if (value.matches("#[0-9A-Fa-f]{6}")) {
                            colours.put(name, Integer.parseInt(value.substring(1), 16));
                        }
                    });
        }
        return colours;
    }

    /** Every pair in use that is too faint, in words. */
    List<String> problems(List<Stylesheet> sheets) {
        List<Rule> rules = sheets.stream().flatMap(sheet -> sheet.rules().stream()).toList();
        List<String> problems = new ArrayList<>();
        for (Rule rule : rules) {
            for (String property : TEXTS) {
                check(rule, property, TEXT, rules, problems);
            }
            check(rule, "-fx-stroke", LINES, rules, problems);
        }
        return problems;
    }

    private void check(
            Rule rule, String property, double least, List<Rule> rules, List<String> problems) {
        String front = token(inherited(rule.selector(), property, rules, false));
        String own = token(rule.get(property));
        String behind = token(inherited(rule.selector(), "-fx-background-color", rules, true));
        boolean setsBehind = !token(rule.get("-fx-background-color")).isEmpty();
        if (front.isEmpty() || (own.isEmpty() && !setsBehind) || isShape(property, front)) {
            return;
        }
        for (String surface : behind.isEmpty() ? SURFACES : List.of(behind)) {
            double ratio = ratio(front, surface);
            if (ratio < least) {
                problems.add(
                        "%s: %s on %s is %.2f, not %.1f"
                                .formatted(rule.selector(), front, surface, ratio, least));
            }
        }
    }

    /** Shapes are filled with the colours of surfaces and drawn round with those of borders. */
    private static boolean isShape(String property, String token) {
        return (property.equals("-fx-fill") || property.equals("-fx-stroke"))
                && token.matches("-prosa-(bg|border|selection).*");
    }

    private static String inherited(
            String selector, String property, List<Rule> rules, boolean fromParents) {
        String looked = selector;
        while (!looked.isEmpty()) {
            String wanted = looked;
            String value = "";
            for (Rule rule : rules) {
                if (rule.selector().equals(wanted) && !rule.get(property).isEmpty()) {
                    value = rule.get(property);
                }
            }
            if (!token(value).isEmpty()) {
                return value;
            }
            looked = base(looked, fromParents);
        }
        return "";
    }

    /** The selector that this one refines, or empty. */
    private static String base(String selector, boolean fromParents) {
        int lastPart = Math.max(selector.lastIndexOf(' '), 0);
        int pseudo = selector.lastIndexOf(':');
        if (pseudo > lastPart) {
            return selector.substring(0, pseudo);
        }
        int styleClass = selector.lastIndexOf('.');
        if (styleClass > lastPart + 1) {
            return selector.substring(0, styleClass);
        }
        return fromParents && lastPart > 0
                ? selector.substring(0, lastPart).replaceAll("[ >]+$", "")
                : "";
    }

    /** The token that is seen: of several backgrounds, the one on top. */
    private static String token(String value) {
        String last = "";
        Matcher matcher = TOKEN.matcher(value);
        while (matcher.find()) {
            last = matcher.group();
        }
        return last;
    }

    double ratio(String front, String behind) {
        double a = luminance(colour(front));
        double b = luminance(colour(behind));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private int colour(String token) {
        Integer colour = colours.get(token);
        if (colour == null) {
            throw new AssertionError(token + " is no solid colour");
        }
        return colour;
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16)
                + 0.7152 * linear(colour >> 8)
                + 0.0722 * linear(colour);
    }

    private static double linear(int channel) {
        double c = (channel & 0xFF) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
