package app.prosa.server.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the route of a request: a walk along the path's segments, without patterns. */
public final class Router {
    private final Node root = new Node();
    private final Route otherwise;

    /** What lies below one beginning of paths. */
    private static final class Node {
        final Map<String, Node> children = new HashMap<>();
        final Map<String, Route> routes = new TreeMap<>();
        @Nullable Node any;
    }

    /**
     * What was found.
     *
     * @param parameters the decoded segments that stand where the template has braces, in order
     */
    public record Match(Route route, List<String> parameters) {}

    /**
     * @param otherwise takes what no route takes, whatever the method
     */
    public Router(List<Route> routes, Route otherwise) {
        this.otherwise = otherwise;
        routes.forEach(this::add);
    }

    private void add(Route route) {
        Node node = root;
        for (String segment : route.template().substring(1).split("/", -1)) {
            node = segment.startsWith("{") ? any(node) : child(node, segment);
        }
        if (node.routes.putIfAbsent(route.method(), route) != null) {
            throw new IllegalArgumentException("Twice: " + route.template());
        }
    }

    private static Node any(Node node) {
        Node any = node.any == null ? new Node() : node.any;
        node.any = any;
        return any;
    }

    private static Node child(Node node, String segment) {
        return node.children.computeIfAbsent(segment, s -> new Node());
    }

    /**
     * @param path as it was sent, still encoded
     * @param method in capitals
     * @throws Refusal METHOD_NOT_ALLOWED, or BAD_REQUEST for a path that is no text
     */
    Match find(String method, String path) {
        List<String> parameters = new ArrayList<>(2);
        Node node = walk(path, parameters);
        if (node == null || node.routes.isEmpty()) {
            return new Match(otherwise, List.of());
        }
        boolean head = method.equals("HEAD");
        Route route = node.routes.get(head ? "GET" : method);
        if (route == null || (head && route.headless())) {
            throw Refusal.methods(String.join(", ", methods(node)));
        }
        return new Match(route, parameters);
    }

    private @Nullable Node walk(String path, List<String> parameters) {
        Node node = root;
        int start = 1;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            String segment = path.substring(start, end);
            Node next = node.children.get(segment);
            if (next == null) {
                next = node.any;
                if (next == null || segment.isEmpty()) {
                    return null;
                }
                parameters.add(PercentEncoding.decode(segment));
            }
            node = next;
            start = end + 1;
        }
        return node;
    }

    private static List<String> methods(Node node) {
        List<String> methods = new ArrayList<>(node.routes.keySet());
        Route get = node.routes.get("GET");
        if (get != null && !get.headless()) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return methods;
    }
}
