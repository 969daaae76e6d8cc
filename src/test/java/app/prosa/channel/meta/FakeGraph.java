package app.prosa.channel.meta;

import app.prosa.channel.json.Json;
import app.prosa.channel.signature.AppSecretProof;
import app.prosa.testing.http.LoopbackServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A Graph API server on this computer, with a WhatsApp number, an Instagram account and a page:
 * stricter than the original in what it takes, and as unreliable as it is asked to be. People are
 * known once they wrote.
 */
public final class FakeGraph implements AutoCloseable {
    public static final String WHATSAPP_TOKEN = "EAAwhatsapp0123456789abcdefghijklmnop";
    public static final String PAGE_TOKEN = "EAApage0123456789abcdefghijklmnopqrst";
    public static final String INSTAGRAM_TOKEN = "IGAAinsta0123456789abcdefghijklmnopqr";
    public static final String VERSION = GraphAccess.DEFAULT_VERSION;

    /** Signs webhooks, and proves calls once that is required. */
    public static final String APP_SECRET = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    private final LoopbackServer server;
    private final List<GraphCall> calls = new CopyOnWriteArrayList<>();
    private final Map<String, BlockingQueue<GraphCall>> fresh = new ConcurrentHashMap<>();
    private final Map<String, Queue<GraphFault>> faults = new ConcurrentHashMap<>();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final FakeWhatsApp whatsApp;
    private final FakeMessaging instagram;
    private final FakeMessaging messenger;
    private volatile boolean wantsProof;
    private volatile @Nullable GraphFault always;

    private FakeGraph(InstantSource clock) {
        whatsApp = new FakeWhatsApp(clock, APP_SECRET);
        instagram = new FakeMessaging(FakeMessaging.Platform.INSTAGRAM, clock, APP_SECRET);
        messenger = new FakeMessaging(FakeMessaging.Platform.MESSENGER, clock, APP_SECRET);
        server = LoopbackServer.start((socket, _) -> new GraphConnection(this, socket).serve());
    }

    public static FakeGraph start() {
        return start(InstantSource.system());
    }

    /**
     * @param clock for the dates of messages, the 24 hours and the limits
     */
    public static FakeGraph start(InstantSource clock) {
        return new FakeGraph(clock);
    }

    public URI baseUrl() {
        return server.uri();
    }

    /** What a client is given. */
    public GraphAccess access(String token) {
        return new GraphAccess(baseUrl(), VERSION, new GraphToken(token), null);
    }

    public FakeWhatsApp whatsApp() {
        return whatsApp;
    }

    public FakeMessaging instagram() {
        return instagram;
    }

    public FakeMessaging messenger() {
        return messenger;
    }

    /**
     * A file is there to be fetched; with the token of WhatsApp if its name is a number.
     *
     * @return its address
     */
    public String stores(String name, byte[] content) {
        files.put(name, content);
        return baseUrl() + "/files/" + name;
    }

    /** Whether each call must prove that it has the app's secret. */
    public void setWantsProof(boolean wanted) {
        wantsProof = wanted;
    }

    /**
     * The next calls of a kind end so, one after the other.
     *
     * @param name as {@link GraphCall#name}
     */
    public void fail(String name, GraphFault... next) {
        faults.computeIfAbsent(name, _ -> new ConcurrentLinkedQueue<>()).addAll(List.of(next));
    }

    /** Until it is {@link #mend mended}, all calls end so. */
    public void failAll(GraphFault every) {
        always = every;
    }

    /** From now on all calls end as they should. */
    public void mend() {
        always = null;
        faults.clear();
    }

    /** All requests, in their order. */
    public List<GraphCall> calls() {
        return calls;
    }

    public List<GraphCall> calls(String name) {
        return calls.stream().filter(call -> call.name().equals(name)).toList();
    }

    /** The next call of a kind that was not awaited yet; waits for it. */
    public GraphCall awaitCall(String name) throws InterruptedException {
        GraphCall next = fresh(name).poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new IllegalStateException("nobody called " + name);
        }
        return next;
    }

    // What connections need.

    /** Notes a call, and tells what is to go wrong with it. */
    @Nullable GraphFault received(GraphCall call) {
        calls.add(call);
        fresh(call.name()).add(call);
        Queue<GraphFault> next = faults.get(call.name());
        GraphFault own = next == null ? null : next.poll();
        return own == null ? always : own;
    }

    GraphConnection.Reply answer(GraphCall call) {
        if (call.name().equals("file")) {
            return file(call);
        }
        String token = token(call);
        String start = "/" + VERSION + "/";
        if (!call.path().startsWith(start)) {
            throw GraphRefusal.of(400, 2500, 0, "Unknown path components: " + call.path());
        }
        String object = call.path().substring(start.length());
        return GraphConnection.Reply.json(
                call.name().equals("messages")
                        ? messages(object, token, posted(call, token))
                        : object(object, token, fields(call, token)));
    }

    private static String token(GraphCall call) {
        String header = call.headers().getOrDefault("authorization", "");
        String token = header.startsWith("Bearer ") ? header.substring(7) : "";
        if (!Set.of(WHATSAPP_TOKEN, PAGE_TOKEN, INSTAGRAM_TOKEN).contains(token)) {
            throw GraphRefusal.of(401, 190, 0, "Invalid OAuth access token - Cannot parse it");
        }
        return token;
    }

    private JsonNode posted(GraphCall call, String token) {
        String type = call.headers().getOrDefault("content-type", "");
        boolean plain = call.method().equals("POST") && type.equals("application/json");
        if (!plain || !call.query().isEmpty()) {
            throw GraphRefusal.parameter("Neither POST nor JSON");
        }
        JsonNode body = call.body().deepCopy();
        if (wantsProof && body instanceof ObjectNode object) {
            checkProof(object.path(AppSecretProof.PARAMETER).asText(), token);
            object.remove(AppSecretProof.PARAMETER);
        }
        return body;
    }

    private String fields(GraphCall call, String token) {
        Set<String> known =
                wantsProof ? Set.of("fields", AppSecretProof.PARAMETER) : Set.of("fields");
        if (!call.method().equals("GET") || !known.containsAll(call.query().keySet())) {
            throw GraphRefusal.parameter("Neither GET nor fields alone");
        }
        if (wantsProof) {
            checkProof(call.query().getOrDefault(AppSecretProof.PARAMETER, ""), token);
        }
        return call.query().getOrDefault("fields", "");
    }

    private static void checkProof(String proof, String token) {
        if (!proof.equals(AppSecretProof.of(token, APP_SECRET))) {
            throw GraphRefusal.of(
                    400,
                    100,
                    0,
                    proof.isEmpty()
                            ? "API calls from the server require an appsecret_proof argument"
                            : "Invalid appsecret_proof provided in the API argument");
        }
    }

    private ObjectNode messages(String path, String token, JsonNode body) {
        if (path.equals(FakeWhatsApp.PHONE_NUMBER_ID + "/messages")
                && token.equals(WHATSAPP_TOKEN)) {
            return whatsApp.messages(body);
        }
        if (!path.equals("me/messages") || token.equals(WHATSAPP_TOKEN)) {
            throw noObject(path);
        }
        String to = body.path("recipient").path("id").asText();
        boolean onInstagram = token.equals(INSTAGRAM_TOKEN) || instagram.knows(to);
        return (onInstagram ? instagram : messenger).messages(body);
    }

    private ObjectNode object(String id, String token, String fields) {
        if (id.equals("me")) {
            return me(token, fields);
        }
        if (!token.equals(WHATSAPP_TOKEN)) {
            return profile(id, fields);
        }
        if (id.equals(FakeWhatsApp.PHONE_NUMBER_ID)) {
            return whatsApp.account(fields);
        }
        byte[] file = files.get(id);
        if (file == null || !fields.isEmpty()) {
            throw noObject(id);
        }
        return Json.object()
                .put("messaging_product", "whatsapp")
                .put("url", baseUrl() + "/files/" + id)
                .put("mime_type", "image/jpeg")
                .put("file_size", "" + file.length)
                .put("id", id);
    }

    /** Whoever has written has a profile; the two platforms have other fields. */
    private ObjectNode profile(String id, String fields) {
        ObjectNode profile = Json.object().put("id", id);
        if (instagram.knows(id) && fields.equals("name,username")) {
            return profile.put("name", "Ana Souza").put("username", "ana.souza");
        }
        if (messenger.knows(id) && fields.equals("first_name,last_name")) {
            return profile.put("first_name", "Ana").put("last_name", "Souza");
        }
        throw noObject(id);
    }

    private static ObjectNode me(String token, String fields) {
        return switch (token + " " + fields) {
            case PAGE_TOKEN + " id,name" ->
                    Json.object().put("id", FakeMessaging.PAGE_ID).put("name", "Prosa Café");
            case PAGE_TOKEN + " instagram_business_account{id,username,name}" -> {
                ObjectNode page = Json.object().put("id", FakeMessaging.PAGE_ID);
                page.putObject("instagram_business_account")
                        .put("id", FakeMessaging.INSTAGRAM_ID)
                        .put("username", "prosa.cafe")
                        .put("name", "Prosa Café");
                yield page;
            }
            case INSTAGRAM_TOKEN + " user_id,username,name" ->
                    Json.object()
                            .put("user_id", FakeMessaging.INSTAGRAM_ID)
                            .put("username", "prosa.cafe")
                            .put("name", "Prosa Café")
                            .put("id", "7000000001");
            default -> throw GraphRefusal.parameter("Tried accessing nonexisting field");
        };
    }

    private static GraphRefusal noObject(String id) {
        return GraphRefusal.of(
                400,
                100,
                33,
                "Unsupported request. Object with ID '"
                        + id
                        + "' does not exist, cannot be"
                        + " loaded due to missing permissions, or does not support this operation");
    }

    private GraphConnection.Reply file(GraphCall call) {
        String name = call.path().substring("/files/".length());
        byte[] content = files.get(name);
        boolean secret = name.matches("[0-9]+");
        String expected = secret ? "Bearer " + WHATSAPP_TOKEN : "";
        boolean allowed = call.headers().getOrDefault("authorization", "").equals(expected);
        if (!allowed) {
            return new GraphConnection.Reply(401, "", new byte[0]);
        }
        return content == null
                ? new GraphConnection.Reply(404, "", new byte[0])
                : new GraphConnection.Reply(200, "Content-Type: image/jpeg\r\n", content);
    }

    private BlockingQueue<GraphCall> fresh(String name) {
        return fresh.computeIfAbsent(name, _ -> new LinkedBlockingQueue<>());
    }

    @Override
    public void close() {
        server.close();
    }
}
