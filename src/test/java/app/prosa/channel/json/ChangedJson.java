package app.prosa.channel.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** JSON in which something else than expected is somewhere. */
public final class ChangedJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ChangedJson() {}

    /** A copy in which one to four nodes are missing, or something else. */
    public static ObjectNode of(ObjectNode sample, Random chance) {
        ObjectNode copy = sample.deepCopy();
        for (int n = chance.nextInt(4); n >= 0; n--) {
            change(copy, chance);
        }
        return copy;
    }

    private static void change(ObjectNode root, Random chance) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        switch (containers.get(chance.nextInt(containers.size()))) {
            case ObjectNode object when !object.isEmpty() -> changeField(object, chance);
            case ArrayNode array when !array.isEmpty() ->
                    array.set(chance.nextInt(array.size()), junk(chance));
            case JsonNode _ -> root.put("new", 1);
        }
    }

    private static void changeField(ObjectNode object, Random chance) {
        List<String> names = object.propertyStream().map(Map.Entry::getKey).toList();
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
        return switch (chance.nextInt(13)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(true);
            case 2 -> NODES.numberNode(chance.nextLong());
            case 3 -> NODES.numberNode(-1);
            case 4 -> NODES.numberNode(1e300);
            case 5 -> NODES.numberNode(BigInteger.TEN.pow(50));
            case 6 -> NODES.textNode("");
            case 7 -> NODES.textNode("\uD83D\uDE00 ");
            case 8 -> NODES.textNode("lone \uD83D");
            case 9 -> NODES.textNode("http://[::1]:x/%zz?" + "9".repeat(40));
            case 10 -> NODES.arrayNode().add(NODES.objectNode().put("id", 1));
            case 11 -> NODES.objectNode().put("id", "x").put("type", 7);
            default -> NODES.textNode("x".repeat(chance.nextInt(5000)));
        };
    }
}
