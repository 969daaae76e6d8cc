package app.prosa.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes as an update, nothing throws. */
class TelegramJunkTest {
    private static final TelegramUpdates UPDATES = new TelegramUpdates(FakeTelegram.BOT);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int ROUNDS = 30_000;

    @Test
    void changed_by_chance_an_update_is_read_or_says_nothing() {
        Random chance = new Random(20_260_101);
        int read = 0;
        for (int i = 0; i < ROUNDS; i++) {
            ObjectNode update = samples().get(chance.nextInt(samples().size()));
            for (int n = chance.nextInt(4); n >= 0; n--) {
                change(update, chance);
            }
            var parsed = TelegramUpdate.parse(Json.bytes(update));
            read += parsed.flatMap(UPDATES::read).map(inbound -> 1).orElse(0);
        }
        assertTrue(read > ROUNDS / 10 && read < ROUNDS, "read " + read);
    }

    @Test
    void cut_anywhere_an_update_is_none() {
        for (ObjectNode sample : samples()) {
            String json = sample.put("update_id", 1).toString();
            for (int end = 0; end < json.length(); end++) {
                byte[] cut = json.substring(0, end).getBytes(StandardCharsets.UTF_8);
                assertTrue(TelegramUpdate.parse(cut).isEmpty());
            }
        }
    }

    @Test
    void an_update_of_great_depth_or_length_is_survived() {
        String deep = "{\"update_id\":1,\"message\":" + "{\"chat\":".repeat(200_000);
        assertTrue(TelegramUpdate.parse(deep.getBytes(StandardCharsets.UTF_8)).isEmpty());
        ObjectNode message = FakePeople.message(1, 42, 42, "x".repeat(1_000_000), 1_800_000_000);
        ObjectNode update = Json.object().put("update_id", 1);
        update.set("message", message);
        assertNotNull(
                UPDATES.read(TelegramUpdate.parse(Json.bytes(update)).orElseThrow()).orElseThrow());
    }

    private static List<ObjectNode> samples() {
        ObjectNode text = FakePeople.message(5, -5, 42, "/start@ProsaBot @ProsaBot", 1_800_000_000);
        text.set("reply_to_message", FakePeople.message(4, -5, 42, "x", 1_800_000_000));
        ObjectNode media = FakePeople.bare(5, 42, 42, 1_800_000_000).put("caption", "@ProsaBot");
        media.putArray("photo").addObject().put("file_id", "a").put("width", 3).put("height", 4);
        media.putObject("voice").put("file_id", "b").put("file_size", 3);
        media.putObject("location").put("latitude", 1.5).put("longitude", 2);
        media.putObject("contact").put("first_name", "x").put("phone_number", "1");
        ObjectNode query = Json.object().put("id", "q").put("data", "d");
        query.set("from", FakePeople.person(42));
        query.set("message", FakePeople.bare(8, 42, 42, 0));
        ObjectNode member = FakePeople.membership(42, "member", "kicked", 1_800_000_000);
        return List.of(
                update("message", text),
                update("message", media),
                update("edited_message", text),
                update("callback_query", query),
                update("my_chat_member", member));
    }

    private static ObjectNode update(String kind, ObjectNode what) {
        ObjectNode update = Json.object().put("update_id", 1);
        update.set(kind, what.deepCopy());
        return update;
    }

    /** Puts something else in the place of some node, or takes it away. */
    private static void change(ObjectNode root, Random chance) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        switch (containers.get(chance.nextInt(containers.size()))) {
            case ObjectNode object -> changeField(object, chance);
            case ArrayNode array when !array.isEmpty() ->
                    array.set(chance.nextInt(array.size()), junk(chance));
            case JsonNode other -> assertTrue(other.isEmpty());
        }
    }

    private static void changeField(ObjectNode object, Random chance) {
        List<String> names = object.propertyStream().map(Map.Entry::getKey).toList();
        if (names.isEmpty()) {
            return;
        }
        String name = names.get(chance.nextInt(names.size()));
        if (chance.nextInt(5) == 0) {
            object.remove(name);
        } else {
            object.set(name, junk(chance));
        }
    }

    private static void collect(JsonNode node, List<JsonNode> to) {
        if (node.isContainerNode()) {
            to.add(node);
            node.valueStream().forEach(child -> collect(child, to));
        }
    }

    private static JsonNode junk(Random chance) {
        return switch (chance.nextInt(12)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(true);
            case 2 -> NODES.numberNode(chance.nextLong());
            case 3 -> NODES.numberNode(-1);
            case 4 -> NODES.numberNode(1e300);
            case 5 -> NODES.numberNode(BigInteger.TEN.pow(50));
            case 6 -> NODES.textNode("");
            case 7 -> NODES.textNode("\uD83D\uDE00 @ProsaBot /x");
            case 8 -> NODES.objectNode();
            case 9 -> NODES.arrayNode();
            case 10 -> NODES.arrayNode().add(NODES.objectNode().put("type", "mention"));
            default -> NODES.numberNode(Integer.MAX_VALUE);
        };
    }
}
