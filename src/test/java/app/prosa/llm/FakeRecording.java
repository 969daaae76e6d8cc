package app.prosa.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code POST /v1/audio/transcriptions} of the fake: a form of several parts with a file, whose
 * format is told by its name, as the original has it. A recording says what stands behind its first
 * four bytes.
 */
final class FakeRecording {
    static final String PATH = "/v1/audio/transcriptions";
    private static final String BOUNDARY = "multipart/form-data;\\s*boundary=\"?([^\";]+)\"?";
    private static final Pattern NAME =
            Pattern.compile("(?i)content-disposition: form-data; name=\"([^\"]+)\"(.*)");
    private static final Pattern FILE = Pattern.compile("; filename=\"([^\"\r\n]+)\"");
    private static final Set<String> FIELDS =
            Set.of("model", "file", "response_format", "language", "prompt", "temperature");
    private static final Set<String> FORMATS =
            Set.of("flac", "mp3", "mp4", "mpeg", "mpga", "m4a", "ogg", "wav", "webm");

    private FakeRecording() {}

    /** The fields as one object; of the file its name, its type and what it says. */
    static ObjectNode read(String contentType, byte[] body) throws IOException {
        Matcher boundary = Pattern.compile(BOUNDARY).matcher(contentType);
        if (!boundary.matches()) {
            throw new IOException("not a form of several parts: " + contentType);
        }
        String[] parts =
                new String(body, StandardCharsets.ISO_8859_1)
                        .split("(?:^|\r\n)--" + Pattern.quote(boundary.group(1)), -1);
        if (parts.length < 3 || !parts[0].isEmpty() || !parts[parts.length - 1].equals("--\r\n")) {
            throw new IOException("the form does not end");
        }
        ObjectNode fields = FakeConnection.JSON.createObjectNode();
        for (String part : Arrays.copyOfRange(parts, 1, parts.length - 1)) {
            add(part, fields);
        }
        return fields;
    }

    private static void add(String part, ObjectNode to) throws IOException {
        int end = part.indexOf("\r\n\r\n");
        Matcher name = NAME.matcher(part);
        if (end < 0 || !name.find()) {
            throw new IOException("a part without a name");
        }
        byte[] content = part.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
        Matcher file = FILE.matcher(name.group(2));
        if (file.find()) {
            to.putObject(name.group(1))
                    .put("filename", file.group(1))
                    .put("head", part.substring(0, end))
                    .put("size", content.length)
                    .put("says", says(content));
        } else {
            to.put(name.group(1), new String(content, StandardCharsets.UTF_8));
        }
    }

    private static String says(byte[] content) {
        return content.length < 4
                ? ""
                : new String(content, 4, content.length - 4, StandardCharsets.UTF_8);
    }

    static Optional<FakeRules.Broken> check(JsonNode form) {
        String name = form.at("/file/filename").asText();
        Optional<String> stranger =
                form.properties().stream()
                        .map(java.util.Map.Entry::getKey)
                        .filter(field -> !FIELDS.contains(field))
                        .findFirst();
        if (stranger.isPresent()) {
            return bad("Unrecognized request argument supplied: " + stranger.get());
        }
        if (form.path("model").asText().isEmpty()) {
            return bad("you must provide a model parameter");
        }
        if (!form.path("file").isObject() || form.at("/file/size").asInt() == 0) {
            return bad("Audio file is too short. Minimum audio length is 0.1 seconds.");
        }
        if (!FORMATS.contains(name.substring(name.lastIndexOf('.') + 1))) {
            return bad("Invalid file format. Supported formats: " + FORMATS);
        }
        return form.path("response_format").asText("json").equals("json")
                ? Optional.empty()
                : bad("This fake only answers in json.");
    }

    static void answer(FakeAnswer out, Received in, int call) throws IOException {
        String text = in.body().at("/file/says").asText();
        switch (in.model()) {
            case "whisper" -> out.json(200, said(text));
            case "whisper-verbose" -> out.json(200, said(text).replace("{", "{\"duration\":1,"));
            case "whisper-busy-once" -> {
                if (call == 1) {
                    out.error(503, "The server is overloaded.", "server_error");
                } else {
                    out.json(200, said(text));
                }
            }
            case "whisper-odd" -> out.json(200, "{\"words\":[]}");
            default -> {
                FakeModel other = FakeModel.named(in.model());
                (other == null ? FakeModel.MISSING : other).answer(out, in, call);
            }
        }
    }

    private static String said(String text) {
        return FakeConnection.JSON.createObjectNode().put("text", text).toString();
    }

    private static Optional<FakeRules.Broken> bad(String message) {
        return Optional.of(new FakeRules.Broken(400, message, ""));
    }
}
