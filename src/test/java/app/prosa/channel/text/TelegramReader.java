package app.prosa.channel.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads HTML as Telegram's server does, but forgives nothing: only its tags and entities, each tag
 * closed in its turn and not empty, and nested only as message entities may nest (a quote in
 * nothing, code in nothing but a quote, a link in no link).
 *
 * @see <a href="https://core.telegram.org/bots/api#formatting-options">Bot API, formatting</a>
 */
public final class TelegramReader {
    private static final Pattern TAG =
            Pattern.compile(
                    "<(?:/(b|i|s|u|a|code|pre|blockquote)"
                            + "|(b|i|s|u|code|pre|blockquote)"
                            + "|a href=\"((?:[^\"<>&]|&(?:amp|lt|gt|quot);)+)\""
                            + "|code class=\"language-([a-z0-9_+#.-]+)\")>");
    private static final Map<String, String> ENTITIES =
            Map.of("&lt;", "<", "&gt;", ">", "&amp;", "&", "&quot;", "\"");

    private final String html;
    private final StringBuilder visible = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;

    private record Open(String tag, boolean language, int start) {}

    private TelegramReader(String html) {
        this.html = html;
    }

    /**
     * What a reader sees; its length is what Telegram counts.
     *
     * @throws AssertionError for what is not understood
     */
    public static String visible(String html) {
        TelegramReader reader = new TelegramReader(html);
        while (reader.at < html.length()) {
            reader.next();
        }
        reader.insist(reader.open.isEmpty(), "a tag is not closed");
        return reader.visible.toString();
    }

    private void next() {
        switch (html.charAt(at)) {
            case '<' -> tag();
            case '&' -> entity();
            case '>' -> insist(false, "a > is not escaped");
            default -> visible.append(html.charAt(at++));
        }
    }

    private void entity() {
        int end = html.indexOf(';', at) + 1;
        String entity = html.substring(at, Math.max(at, end));
        String shown = Optional.ofNullable(ENTITIES.get(entity)).orElse("");
        insist(!shown.isEmpty(), "an & is not escaped");
        visible.append(shown);
        at = end;
    }

    private void tag() {
        Matcher tag = TAG.matcher(html).region(at, html.length());
        insist(tag.lookingAt(), "no tag of Telegram's");
        at = tag.end();
        if (tag.group(1) != null) {
            close(tag.group(1));
        } else if (tag.group(3) != null) {
            open("a", false);
        } else {
            open(tag.group(4) == null ? tag.group(2) : "code", tag.group(4) != null);
        }
    }

    private void open(String tag, boolean language) {
        List<String> around = open.stream().map(Open::tag).toList();
        boolean code = tag.equals("code") || tag.equals("pre");
        if (language) {
            insist(html.startsWith("<pre><code", at - tagLength() - 5), "a language outside pre");
            insist(around.size() < 3 && around.getFirst().equals("pre"), "code deep inside");
        } else {
            insist(!around.contains("code") && !around.contains("pre"), "something in code");
            insist(!code || around.isEmpty() || around.equals(List.of("blockquote")), "code in it");
        }
        insist(!tag.equals("blockquote") || around.isEmpty(), "a quote in something");
        insist(!around.contains(tag), "a tag in itself");
        open.push(new Open(tag, language, visible.length()));
    }

    private int tagLength() {
        return at - html.lastIndexOf('<', at - 1);
    }

    private void close(String tag) {
        insist(!open.isEmpty() && open.element().tag().equals(tag), "closed out of turn");
        Open closed = open.pop();
        insist(visible.length() > closed.start(), "an empty tag");
        insist(!closed.language() || html.startsWith("</pre>", at), "pre goes on after code");
    }

    private void insist(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise + " at " + at + " of " + html);
        }
    }
}
