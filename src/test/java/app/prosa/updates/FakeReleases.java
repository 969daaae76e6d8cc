package app.prosa.updates;

import app.prosa.testing.http.FakePlatform;
import app.prosa.testing.http.FixedAnswer;
import app.prosa.testing.http.HeardRequest;
import app.prosa.testing.http.LoopbackServer;
import app.prosa.testing.http.Trouble;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A place where versions are published, on this computer. */
final class FakeReleases implements FakePlatform, AutoCloseable {
    static final String PAGE = "https://github.com/prosa/prosa/releases/tag/v1.10.0";

    /** What was asked, in order. */
    final List<HeardRequest> heard = new CopyOnWriteArrayList<>();

    /** What goes wrong with every question but those that were sent on. */
    volatile @Nullable Trouble trouble;

    /** What it says of the latest release. */
    volatile String release = release("v1.10.0", PAGE);

    private final LoopbackServer server = LoopbackServer.start(this);

    static String release(String tag, String page) {
        return """
        {"url": "https://api.github.com/repos/prosa/prosa/releases/1", "id": 1,
         "html_url": "%s", "tag_name": "%s", "name": "Prosa",
         "draft": false, "prerelease": false, "assets": [], "body": "What is new"}
        """
                .formatted(page, tag);
    }

    URI uri() {
        return server.uri().resolve("/repos/prosa/prosa/releases/latest");
    }

    /** Where it sends to. */
    URI elsewhere() {
        return server.uri().resolve("/elsewhere");
    }

    @Override
    public @Nullable Trouble hear(HeardRequest request) {
        heard.add(request);
        return request.target().equals("/elsewhere") ? null : trouble;
    }

    @Override
    public FixedAnswer answer(HeardRequest request) {
        return FixedAnswer.text(200, "Content-Type: application/json\r\n", release);
    }

    @Override
    public void close() {
        server.close();
    }
}
