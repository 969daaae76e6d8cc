package app.prosa.server.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** A file of the web page, ready to be sent. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record WebFile(HttpField type, HttpField tag, byte[] content) {
    private static final String PAGE = "text/html; charset=utf-8";

    static WebFile of(String type, byte[] content) {
        return new WebFile(
                new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, type),
                new PreEncodedHttpField(HttpHeader.ETAG, "\"" + hash(content) + "\""),
                content);
    }

    /** Empty for what no page of ours has. */
    static Optional<String> typeOf(String name) {
        return Optional.ofNullable(
                switch (name.substring(name.lastIndexOf('.') + 1)) {
                    case "html" -> PAGE;
                    case "js", "mjs" -> "text/javascript; charset=utf-8";
                    case "css" -> "text/css; charset=utf-8";
                    case "json", "webmanifest" -> "application/json; charset=utf-8";
                    case "svg" -> "image/svg+xml";
                    case "png" -> "image/png";
                    case "ico" -> "image/x-icon";
                    case "woff2" -> "font/woff2";
                    case "txt" -> "text/plain; charset=utf-8";
                    default -> null;
                });
    }

    boolean isPage() {
        return PAGE.equals(type.getValue());
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 12));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
