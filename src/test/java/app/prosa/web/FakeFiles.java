package app.prosa.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The files of the page, with the headers that the hub sends with them. */
final class FakeFiles {
    static final Path WEB = Path.of("src/main/resources/web");

    /** The strictest that a page can live with. */
    private static final String CSP =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                    + " require-trusted-types-for 'script'; trusted-types 'none'";

    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "svg", "image/svg+xml");

    private FakeFiles() {}

    static void answer(FakeExchange http) throws IOException {
        String name = http.path().equals("/") ? "index.html" : http.path().substring(1);
        Path file = WEB.resolve(name).normalize();
        http.check(file.startsWith(WEB) && Files.isRegularFile(file), 404, "no such file");
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        http.headers().set("Content-Security-Policy", CSP);
        http.headers().set("Cross-Origin-Resource-Policy", "cross-origin");
        http.headers().set("Referrer-Policy", "no-referrer");
        http.headers().set("Cache-Control", "no-cache");
        http.answer(200, String.valueOf(type), Files.readAllBytes(file));
    }
}
