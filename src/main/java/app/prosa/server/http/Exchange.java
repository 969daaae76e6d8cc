package app.prosa.server.http;

import app.prosa.settings.Texts;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** One request and its answer. */
public final class Exchange {
    private static final HttpField JSON =
            new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
    private static final HttpField NO_STORE =
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");
    private static final HttpField CLOSE = new PreEncodedHttpField(HttpHeader.CONNECTION, "close");

    private static final int SMALL_BODY = 16 * 1024;

    private final Request request;
    private final Response response;
    private final Ending ending;
    private final Languages languages;
    private final Patience patience;
    private final List<Runnable> atEnd = new ArrayList<>(4);
    private Router.@Nullable Match match;
    private Caller caller = new Caller.Stranger();
    private String address = "";
    private boolean strict = true;
    private boolean bodyTaken;

    /** Tells those who wait for the end, and then the server. */
    private final class Ending implements Callback {
        private final Callback whole;

        Ending(Callback whole) {
            this.whole = whole;
        }

        @Override
        public void succeeded() {
            ended();
            whole.succeeded();
        }

        @Override
        public void failed(Throwable cause) {
            ended();
            whole.failed(cause);
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }

    public Exchange(
            Request request,
            Response response,
            Callback callback,
            Languages languages,
            Patience patience) {
        this.request = request;
        this.response = response;
        this.ending = new Ending(callback);
        this.languages = languages;
        this.patience = patience;
    }

    public Request request() {
        return request;
    }

    public Response response() {
        return response;
    }

    /** To be called back once, when the answer is written or cannot be. */
    public Callback ending() {
        return ending;
    }

    /**
     * Called when the answer is written or cannot be, on whatever thread. Before anything is
     * answered.
     */
    public void atEnd(Runnable action) {
        atEnd.add(action);
    }

    private void ended() {
        atEnd.forEach(Runnable::run);
    }

    public String method() {
        return request.getMethod();
    }

    /** As it was sent, still encoded, without the query. */
    public String path() {
        String path = request.getHttpURI().getPath();
        return path == null ? "" : path;
    }

    public @Nullable String header(HttpHeader name) {
        return request.getHeaders().get(name);
    }

    /** For those that Jetty has no constant of. */
    public @Nullable String header(String name) {
        return request.getHeaders().get(name);
    }

    /** What a client that lost its stream saw last. */
    public @Nullable String lastEventId() {
        return header("Last-Event-ID");
    }

    /**
     * @param index of a segment that the route's template has in braces, from 0
     */
    public String parameter(int index) {
        if (match == null) {
            throw new IllegalStateException("There is no route yet");
        }
        return match.parameters().get(index);
    }

    /** The value of a query's field, decoded, or null when there is none. */
    public @Nullable String query(String name) {
        String query = request.getHttpURI().getQuery();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            if (pair.startsWith(name) && pair.startsWith("=", name.length())) {
                return PercentEncoding.decodeQuery(pair.substring(name.length() + 1));
            }
        }
        return null;
    }

    public Patience patience() {
        return patience;
    }

    public Caller caller() {
        return caller;
    }

    /** The caller's address, as far as it can be believed. */
    public String address() {
        return address;
    }

    /** Whether being on this computer proves nothing. */
    public boolean strict() {
        return strict;
    }

    public void from(String knownAddress, boolean isStrict) {
        address = knownAddress;
        strict = isStrict;
    }

    void route(Router.Match found) {
        match = found;
    }

    public void caller(Caller known) {
        caller = known;
    }

    public Texts texts() {
        return languages.of(header(HttpHeader.ACCEPT_LANGUAGE));
    }

    /**
     * The body, whatever it is; waits for it.
     *
     * @throws Refusal BODY_TOO_LARGE, REQUEST_TIMEOUT or BAD_REQUEST
     */
    public byte[] body() {
        bodyTaken = true;
        int limit = match == null ? 0 : match.route().bodyLimit();
        return Body.read(request, limit, patience.body());
    }

    /**
     * The body, if it is said to be JSON; waits for it.
     *
     * @throws Refusal UNSUPPORTED_MEDIA_TYPE, or as {@link #body}
     */
    public byte[] jsonBody() {
        String type = header(HttpHeader.CONTENT_TYPE);
        String wanted = "application/json";
        boolean json =
                type != null
                        && type.regionMatches(true, 0, wanted, 0, wanted.length())
                        && (type.length() == wanted.length()
                                || "; ".indexOf(type.charAt(wanted.length())) >= 0);
        if (!json) {
            throw new Refusal(ApiError.UNSUPPORTED_MEDIA_TYPE, wanted);
        }
        return body();
    }

    /**
     * Whether a body may be under way that nobody looked at; a small one, which comes with the
     * head, is none of anybody's business.
     */
    boolean isBodyLeft() {
        long length = request.getLength();
        return !bodyTaken && (length < 0 ? isChunked() : length > SMALL_BODY);
    }

    private boolean isChunked() {
        return header(HttpHeader.TRANSFER_ENCODING) != null;
    }

    /** Answers; returns before the client has it. */
    public void json(int status, byte[] body) {
        response.getHeaders().put(JSON);
        response.getHeaders().put(NO_STORE);
        bytes(status, ByteBuffer.wrap(body), ending);
    }

    /** Answers with a body of another kind, whose headers are set already. */
    public void bytes(int status, ByteBuffer body) {
        bytes(status, body, ending);
    }

    /** Answers without a body. */
    public void empty(int status) {
        response.setStatus(status);
        response.write(true, null, ending);
    }

    private void bytes(int status, ByteBuffer body, Callback written) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.remaining());
        response.write(true, body, written);
    }

    /**
     * Answers with an error although not all of the request's body was read: says so, closes the
     * connection, and lets the caller finish sending.
     */
    void lastWords(int status, byte[] body) {
        response.getHeaders().put(JSON);
        response.getHeaders().put(CLOSE);
        boolean waits = header(HttpHeader.EXPECT) != null;
        if (waits) {
            bytes(status, ByteBuffer.wrap(body), ending);
            return;
        }
        Callback written =
                Callback.from(
                        () -> Thread.ofVirtual().name("discard").start(this::discard),
                        ending::failed);
        bytes(status, ByteBuffer.wrap(body), written);
    }

    private void discard() {
        Body.discard(request);
        ending.succeeded();
    }
}
