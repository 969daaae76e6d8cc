package app.prosa.channel;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a platform posts to us, without a server's types. */
public interface Webhook {

    /**
     * Answers a request. Waits for the store, and for nothing else.
     *
     * @throws app.prosa.conversation.StoreException when it could not be kept: the platform is to
     *     send it again
     */
    Response handle(Request request);

    /** A request. */
    final class Request {
        private final String method;
        private final String query;
        private final Map<String, List<String>> headers;
        private final byte[] body;

        /**
         * @param query as it was sent, still encoded; may be empty
         * @param headers by their names in lower case
         * @param body as it was sent; not copied
         */
        public Request(
                String method, String query, Map<String, List<String>> headers, byte[] body) {
            this.method = method;
            this.query = query;
            this.headers = Map.copyOf(headers);
            this.body = body;
        }

        public String method() {
            return method;
        }

        public String query() {
            return query;
        }

        public byte[] body() {
            return body;
        }

        /** The first of its values. */
        public @Nullable String header(String name) {
            List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
            return values == null || values.isEmpty() ? null : values.getFirst();
        }

        /** Without what it says. */
        @Override
        public String toString() {
            return method + ", " + body.length + " bytes";
        }
    }

    /** An answer. */
    record Response(int status, String contentType, String body) {
        public static final Response NOT_FOUND = new Response(404, "text/plain", "");
        public static final Response FORBIDDEN = new Response(403, "text/plain", "");
        public static final Response OK_JSON =
                new Response(200, "application/json", "{\"ok\":true}");
        public static final Response OK_TWIML =
                new Response(
                        200, "text/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");

        public static Response text(int status, String body) {
            return new Response(status, "text/plain; charset=utf-8", body);
        }

        public byte[] bytes() {
            return body.getBytes(StandardCharsets.UTF_8);
        }
    }
}
