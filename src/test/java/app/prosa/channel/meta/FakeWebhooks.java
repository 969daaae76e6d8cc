package app.prosa.channel.meta;

import app.prosa.channel.json.Json;
import app.prosa.channel.signature.MetaSignature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What is to be told of one platform, and how it is posted. Every method locks all. */
public final class FakeWebhooks {
    private final String object;
    private final String secret;
    private final List<ObjectNode> waiting = new ArrayList<>();
    private @Nullable ObjectNode last;

    FakeWebhooks(String object, String secret) {
        this.object = object;
        this.secret = secret;
    }

    /** An entry waits to be posted. */
    public synchronized void add(ObjectNode entry) {
        waiting.add(entry);
        last = entry;
    }

    /** The last entry waits once more. */
    public synchronized void repeat() {
        waiting.add(Objects.requireNonNull(last, "nothing happened yet").deepCopy());
    }

    /** What waits comes in the wrong order. */
    public synchronized void turnRound() {
        List<ObjectNode> reversed = List.copyOf(waiting.reversed());
        waiting.clear();
        waiting.addAll(reversed);
    }

    /** How many entries wait. */
    public synchronized int waiting() {
        return waiting.size();
    }

    /** All that waits as one body, which then waits no more. */
    public synchronized byte[] takeAll() {
        byte[] body = body(waiting);
        waiting.clear();
        return body;
    }

    private byte[] body(List<ObjectNode> entries) {
        ObjectNode body = Json.object().put("object", object);
        ArrayNode list = body.putArray("entry");
        entries.forEach(list::add);
        return escaped(Json.bytes(body));
    }

    /** As Meta does, so that a signature over anything but the raw bytes is noticed. */
    private static byte[] escaped(byte[] utf8) {
        StringBuilder ascii = new StringBuilder();
        for (char c : new String(utf8, StandardCharsets.UTF_8).toCharArray()) {
            if (c < 0x80) {
                ascii.append(c);
            } else {
                ascii.append("\\u").append(HexFormat.of().toHexDigits(c));
            }
        }
        return ascii.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Posts what waits, each entry by itself and in order, until one is not taken.
     *
     * @param hub where the webhook's public address leads to on this computer
     * @return the status of each answer
     */
    public List<Integer> push(URI hub) throws IOException, InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        for (ObjectNode entry = first(); entry != null; entry = first()) {
            int status = post(hub, body(List.of(entry)));
            statuses.add(status);
            if (status / 100 != 2) {
                break;
            }
            forget(entry);
        }
        return statuses;
    }

    /** Posts all that waits in one body, and forgets it when it is taken. */
    public int pushTogether(URI hub) throws IOException, InterruptedException {
        List<ObjectNode> entries = all();
        int status = post(hub, body(entries));
        if (status / 100 == 2) {
            entries.forEach(this::forget);
        }
        return status;
    }

    private synchronized List<ObjectNode> all() {
        return List.copyOf(waiting);
    }

    private synchronized @Nullable ObjectNode first() {
        return waiting.isEmpty() ? null : waiting.getFirst();
    }

    private synchronized void forget(ObjectNode entry) {
        waiting.remove(entry); // of two equal ones the first
    }

    /** Posts any body, signed. */
    public int post(URI hub, byte[] body) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(hub)
                        .header("Content-Type", "application/json")
                        .header(MetaSignature.HEADER, signature(body))
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    /** What the header says of a body. */
    public String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
