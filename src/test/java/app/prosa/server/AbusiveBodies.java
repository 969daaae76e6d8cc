package app.prosa.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Bodies for every path that takes JSON: the fields that the path knows, with values of any type
 * and size, and now and then damaged so that it is no JSON any more. The same seed makes the same
 * bodies.
 */
final class AbusiveBodies {
    private static final List<String> FIELDS =
            List.of(
                    "user_id",
                    "channel",
                    "text",
                    "message_id",
                    "model",
                    "messages",
                    "role",
                    "content",
                    "type",
                    "stream",
                    "stream_options",
                    "include_usage",
                    "temperature",
                    "max_tokens",
                    "n",
                    "tools",
                    "stop",
                    "response_format",
                    "user",
                    "title",
                    "pinned",
                    "mode",
                    "read",
                    "page",
                    "greeting",
                    "provider",
                    "persona",
                    "context_messages",
                    "",
                    "\\u0000",
                    "__proto__",
                    "\\ud800");

    private static final List<String> SCALARS =
            List.of(
                    "null",
                    "true",
                    "false",
                    "0",
                    "-0",
                    "1",
                    "-1",
                    "2147483648",
                    "9223372036854775808",
                    "1e999",
                    "-1e999",
                    "1e-999",
                    "0.1",
                    "\"\"",
                    "\" \"",
                    "\"web\"",
                    "\"user\"",
                    "\"ana\"",
                    "\"text\"",
                    "\"auto\"",
                    "\"\\ud83d\"",
                    "\"\\udc00\\ud83d\"",
                    "\"\\u0000\\u0008\"",
                    "\"\\u202e\\u200b\\ufeff\"",
                    "\"<script>alert(1)</script>\"",
                    "\"'; DROP TABLE message; --\"",
                    "\"../../etc/passwd\"",
                    "\"${jndi:ldap://localhost/a}\"",
                    "\"{{7*7}}\"",
                    "NaN",
                    "Infinity",
                    "01",
                    "+1",
                    ".5",
                    "'a'",
                    "undefined",
                    "\"\\x41\"",
                    "\"\t\"");

    private final Random random;
    private final List<String> targets;

    /** What is sent where. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Body(String target, byte[] bytes) {
        byte[] request(int port) {
            String[] words = target.split(" ", -1);
            return new Wire.Call(port, words[0], words[1]).body("application/json", bytes).bytes();
        }

        @Override
        public String toString() {
            return target + " " + new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /**
     * @param conversation one that there is
     */
    AbusiveBodies(Random random, String conversation) {
        this.random = random;
        String path = "/api/operator/conversations/" + conversation;
        this.targets =
                List.of(
                        "POST /api/chat",
                        "POST /api/chat",
                        "POST /v1/chat/completions",
                        "POST /api/session",
                        "PATCH " + path,
                        "POST " + path + "/messages",
                        "PATCH /api/operator/messages/" + conversation,
                        "PATCH /api/operator/settings");
    }

    Body next() {
        StringBuilder json = new StringBuilder();
        object(json, 0);
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(3) == 0) {
            damage(bytes);
        }
        return new Body(any(targets), bytes);
    }

    private String any(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private void object(StringBuilder out, int depth) {
        out.append('{');
        for (int n = random.nextInt(6); n >= 0; n--) {
            out.append('"').append(any(FIELDS)).append("\":");
            value(out, depth + 1);
            out.append(n > 0 ? "," : "");
        }
        out.append('}');
    }

    private void value(StringBuilder out, int depth) {
        int kind = random.nextInt(depth > 4 ? 12 : 20);
        if (kind < 12) {
            // Those at the beginning are proper JSON, and more likely.
            int most = random.nextInt(3) == 0 ? SCALARS.size() : SCALARS.indexOf("NaN");
            out.append(SCALARS.get(random.nextInt(most)));
        } else if (kind < 15) {
            object(out, depth);
        } else if (kind < 18) {
            out.append('[');
            value(out, depth + 1);
            out.append(']');
        } else if (kind == 18) {
            int deep = random.nextInt(500);
            out.append("[".repeat(deep)).append("]".repeat(deep));
        } else {
            out.append('"').append("x".repeat(random.nextInt(9_000))).append('"');
        }
    }

    private void damage(byte[] bytes) {
        for (int n = random.nextInt(3); n >= 0; n--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
    }
}
