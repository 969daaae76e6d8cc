package app.prosa.channel.meta;

import app.prosa.channel.Answer;
import app.prosa.channel.Refusal;
import app.prosa.channel.SendResult;
import app.prosa.channel.http.Body;
import app.prosa.channel.http.Limit;
import app.prosa.channel.http.PlatformHttp;
import app.prosa.channel.json.Fields;
import app.prosa.channel.json.Json;
import app.prosa.channel.signature.AppSecretProof;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The Graph API as the platforms' doors use it. Each call waits for its answer, for as long as
 * {@link GraphLimits} says, and throws nothing but {@link InterruptedException}; what goes wrong is
 * in what it returns, where no secret is. May be used by many threads.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/overview">Meta, Graph API</a>
 */
public final class GraphClient implements AutoCloseable {
    /** An answer is some hundred bytes. */
    private static final int MOST_JSON = 1 << 20;

    private final GraphAccess access;
    private final GraphLimits limits;
    private final PlatformHttp http;

    public GraphClient(GraphAccess access, GraphLimits limits) {
        this.access = access;
        this.limits = limits;
        this.http = new PlatformHttp(limits.connect());
    }

    /**
     * Asks for some fields of an object.
     *
     * @param path the object's, of letters, digits, underscores and hyphens
     * @param fields none for those that Meta gives unasked
     * @param read what the answer says; empty when that is not what was asked for
     */
    public <T> Answer<T> get(String path, List<String> fields, Function<Fields, Optional<T>> read)
            throws InterruptedException {
        var exchange =
                http.get(access.uri(path + query(fields)), access.authorization(), answerLimit());
        return GraphReply.of(exchange, access.token()).given(read);
    }

    private String query(List<String> fields) {
        String names = URLEncoder.encode(String.join(",", fields), StandardCharsets.UTF_8);
        String query = fields.isEmpty() ? "" : "&fields=" + names;
        String proof = access.proof();
        String all = proof == null ? query : query + "&" + AppSecretProof.PARAMETER + "=" + proof;
        return all.isEmpty() ? "" : "?" + all.substring(1);
    }

    /**
     * Sends a message.
     *
     * @param id what the answer calls it; empty when it does not
     * @throws InterruptedException after the request was given up; the message may have arrived
     */
    public SendResult send(String path, ObjectNode message, Function<Fields, String> id)
            throws InterruptedException {
        return call(path, message).sent(id);
    }

    /**
     * Has something done that may be done twice.
     *
     * @return why not; empty when it was done
     * @throws InterruptedException after the request was given up; it may have been done
     */
    public Optional<Refusal> post(String path, ObjectNode body) throws InterruptedException {
        return call(path, body).whyNot();
    }

    private GraphReply call(String path, ObjectNode body) throws InterruptedException {
        Map<String, String> headers = new HashMap<>(access.authorization());
        headers.put("Content-Type", "application/json");
        String proof = access.proof();
        ObjectNode all =
                proof == null ? body : body.deepCopy().put(AppSecretProof.PARAMETER, proof);
        var exchange = http.post(access.uri(path), headers, Json.bytes(all), answerLimit());
        return GraphReply.of(exchange, access.token());
    }

    /**
     * Fetches a file that Meta shows to us alone, from Meta's hosts only and of at most {@link
     * GraphLimits#fileBytes}.
     */
    public Answer<Body> downloadAsOurselves(String url) throws InterruptedException {
        return new Download(http, access, limits, true).from(url);
    }

    /** Fetches a file without saying who we are; otherwise the same. */
    public Answer<Body> download(String url) throws InterruptedException {
        return new Download(http, access, limits, false).from(url);
    }

    private Limit answerLimit() {
        return new Limit(limits.answer(), MOST_JSON);
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        http.close();
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "GraphClient";
    }
}
