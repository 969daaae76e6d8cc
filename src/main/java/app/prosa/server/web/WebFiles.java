package app.prosa.server.web;

import app.prosa.server.http.ApiError;
import app.prosa.server.http.Exchange;
import app.prosa.server.http.Refusal;
import app.prosa.server.http.Route;
import app.prosa.server.http.Route.Audience;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;

/**
 * The files of the chat page and the widget, which are part of the program. A path is a name to
 * look up, never a way through folders: it has letters, digits, dots, dashes and slashes, and no
 * part of it begins with a dot.
 */
public final class WebFiles {
    private static final String FOLDER = "/web/";
    private static final String INDEX = "index.html";
    private static final String WORD =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int LONGEST = 100;

    /**
     * Everything comes from here, nothing is inline, and no page elsewhere shows ours in a frame.
     */
    private static final HttpField SECURITY_POLICY =
            new PreEncodedHttpField(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                            + " font-src 'self'; connect-src 'self'; manifest-src 'self';"
                            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

    private static final HttpField REFERRER =
            new PreEncodedHttpField("Referrer-Policy", "no-referrer");
    private static final HttpField PERMISSIONS =
            new PreEncodedHttpField(
                    "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
    private static final HttpField OPENER =
            new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin");

    /** Pages elsewhere include the widget and what belongs to it. */
    private static final HttpField SHARED =
            new PreEncodedHttpField("Cross-Origin-Resource-Policy", "cross-origin");

    /**
     * Asked for each time, and sent only when it is another: the names do not change with the
     * content.
     */
    private static final HttpField ASK =
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-cache");

    /** The same file is told differently to pages elsewhere. */
    private static final HttpField VARY =
            new PreEncodedHttpField(HttpHeader.VARY, HttpHeader.ORIGIN.asString());

    private final Map<String, WebFile> known = new ConcurrentHashMap<>();

    public Route route() {
        return Route.get("/*", Audience.EVERYBODY, this::serve);
    }

    /**
     * A page with a path of its own.
     *
     * @param name of its file, without the folder
     */
    public Route page(String path, String name) {
        return Route.get(path, Audience.EVERYBODY, exchange -> serve(exchange, "/" + name));
    }

    private void serve(Exchange exchange) {
        serve(exchange, exchange.path());
    }

    private void serve(Exchange exchange, String path) {
        WebFile file = find(path).orElseThrow(() -> new Refusal(ApiError.NOT_FOUND));
        String method = exchange.method();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            throw Refusal.methods("GET, HEAD, OPTIONS");
        }
        HttpFields.Mutable headers = exchange.response().getHeaders();
        headers.put(ASK);
        headers.put(file.tag());
        headers.put(SHARED);
        headers.put(VARY);
        if (matches(exchange.header(HttpHeader.IF_NONE_MATCH), file)) {
            exchange.empty(304);
            return;
        }
        headers.put(file.type());
        if (file.isPage()) {
            headers.put(SECURITY_POLICY);
            headers.put(REFERRER);
            headers.put(PERMISSIONS);
            headers.put(OPENER);
        }
        exchange.bytes(200, ByteBuffer.wrap(file.content()));
    }

    private static boolean matches(@Nullable String tags, WebFile file) {
        return tags != null && tags.contains(file.tag().getValue());
    }

    private Optional<WebFile> find(String path) {
        String name = path.equals("/") ? INDEX : path.substring(Math.min(1, path.length()));
        if (!isName(name)) {
            return Optional.empty();
        }
        WebFile file = known.get(name);
        return file == null ? load(name) : Optional.of(file);
    }

    /** What is not there is not remembered: there are as many such names as anybody likes. */
    private Optional<WebFile> load(String name) {
        Optional<String> type = WebFile.typeOf(name);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = WebFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                return Optional.empty();
            }
            WebFile file = WebFile.of(type.get(), in.readAllBytes());
            known.put(name, file);
            return Optional.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isName(String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return false;
        }
        boolean begins = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean word = WORD.indexOf(c) >= 0;
            if (!word && (begins || "._-/".indexOf(c) < 0)) {
                return false;
            }
            begins = c == '/';
        }
        return !begins;
    }
}
