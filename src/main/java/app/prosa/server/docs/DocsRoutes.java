package app.prosa.server.docs;

import app.prosa.server.http.Exchange;
import app.prosa.server.http.Route;
import app.prosa.server.http.Route.Audience;
import app.prosa.server.web.WebFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * {@code /api/openapi.json}, the description of every route (OpenAPI 3.1), and {@code /docs}, the
 * page that shows it.
 */
public final class DocsRoutes {
    private static final String DOCUMENT = "/api/openapi.json";

    /** Stands in the document where the program's version belongs. */
    private static final String VERSION = "\"version\": \"0\"";

    private final WebFiles files;
    private final String version;

    public DocsRoutes(WebFiles files, String version) {
        this.files = files;
        this.version = version;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(DOCUMENT, Audience.EVERYBODY, this::document),
                files.page("/docs", "docs/index.html"));
    }

    private void document(Exchange exchange) {
        try (InputStream in = DocsRoutes.class.getResourceAsStream(DOCUMENT)) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            String text = new String(bytes, StandardCharsets.UTF_8);
            String ours = text.replace(VERSION, "\"version\": \"" + version + "\"");
            exchange.json(200, ours.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
