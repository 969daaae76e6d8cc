package app.prosa.channel.twilio;

import app.prosa.channel.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The files of messages. */
final class FakeFiles {
    /** A file with its name. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record File(String sid, String message, String mediaType, byte[] content) {}

    private final Map<String, File> bySid = new ConcurrentHashMap<>();

    File keep(String message, String mediaType, byte[] content) {
        String sid = "ME%032x".formatted(0x7000_0000L + bySid.size() + 1L);
        File file = new File(sid, message, mediaType, content);
        bySid.put(sid, file);
        return file;
    }

    @Nullable File get(String sid) {
        return bySid.get(sid);
    }

    List<File> of(String message) {
        return bySid.values().stream().filter(file -> file.message().equals(message)).toList();
    }

    ObjectNode list(String message) {
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("media_list");
        for (File file : of(message)) {
            list.addObject()
                    .put("sid", file.sid())
                    .put("account_sid", FakeTwilio.SID)
                    .put("parent_sid", message)
                    .put("content_type", file.mediaType())
                    .put("uri", path(file) + ".json");
        }
        return json.putNull("next_page_uri");
    }

    static String path(File file) {
        return FakeTwilio.PATH + "/Messages/" + file.message() + "/Media/" + file.sid();
    }
}
