package app.prosa.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.TestApp;
import app.prosa.desktop.Fx;
import app.prosa.desktop.FxWindow;
import app.prosa.desktop.Navigation;
import app.prosa.desktop.PageContext;
import app.prosa.desktop.Services;
import app.prosa.desktop.Shortcuts;
import app.prosa.settings.Language;
import app.prosa.settings.Secrets;
import app.prosa.settings.Texts;
import app.prosa.settings.hub.HubState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The section about the hub in a window, with a real hub behind it. */
@SuppressWarnings("NullAway.Init")
class ServerPageTest {
    @TempDir private Path dir;
    private final FakeNavigation navigation = new FakeNavigation();
    private TestApp app;
    private Services services;
    private SettingsPage page;
    private FxWindow fx;

    @BeforeEach
    void open() throws Exception {
        app = new TestApp(dir, Map.of("PROSA_LANGUAGE", "en"));
        services = app.open();
        services.settings().update(all -> all.with(all.hub().withPort(0)));
        PageContext context =
                new PageContext(
                        navigation, new Shortcuts(), new FakeDialogs(), Texts.in(Language.ENGLISH));
        fx =
                FxWindow.show(() -> {
                    page =
                            new SettingsPage(
                                    context,
                                    services,
                                    new FakeSecrets(Secrets.Place.MEMORY),
                                    Navigation.Section.SERVER);
                    return page.root();
                });
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(page::close);
        fx.close();
        app.close();
    }

    @Test
    void it_is_started_answers_shows_what_it_was_asked_and_is_stopped() throws Exception {
        fx.read("The hub is off");
        fx.press("Start");
        fx.read("The hub is on");
        fx.read("Programs and pages on this computer");
        assertEquals(200, get("health?secret=word", "").statusCode());
        fx.read("/health");
        assertFalse(Fx.call(() -> fx.all().anyMatch(n -> n.toString().contains("secret=word"))));
        assertTrue(Fx.call(() -> field("From a terminal").startsWith("curl " + on().address())));
        fx.press("Stop");
        fx.read("The hub is off");
    }

    @Test
    void a_port_in_use_is_explained_and_the_next_free_one_taken_with_one_press() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fx.type("Port", Integer.toString(taken.getLocalPort()));
            Fx.until(() -> services.settings().current().hub().port() == taken.getLocalPort());
            fx.press("Start");
            fx.read("The hub could not start");
            fx.read("Another program uses port " + taken.getLocalPort() + ".");
            HubState.Failed failed = (HubState.Failed) services.hub().state();
            fx.press("Use port " + failed.problem().nextFree());
            Fx.until(() -> services.hub().state() instanceof HubState.On);
            assertEquals(failed.problem().nextFree(), on().address().getPort());
        }
    }

    @Test
    void a_key_is_made_shown_once_let_in_and_revoked() throws Exception {
        fx.type("Public address", "https://hub.example/");
        fx.press("Start");
        fx.read("It is reached from outside");
        assertEquals(401, get("api/conversation/ana/web", "").statusCode());
        fx.press("New key…");
        fx.type("Name", "Shop");
        fx.press("Create key");
        fx.read("Shop");
        String secret = Fx.call(() -> field("New key"));
        // The hub hears of the settings a moment after the page.
        Fx.until(() -> status(secret) == 200);
        fx.read("key Shop");
        fx.press("Done");
        assertFalse(Fx.call(() -> fx.all().anyMatch(n -> shows(n, secret))));
        fx.press("Revoke Shop");
        Fx.until(() -> services.settings().current().hub().keys().isEmpty());
        Fx.until(() -> status(secret) == 401);
    }

    @Test
    void a_row_stays_the_same_while_another_setting_is_stored() throws Exception {
        services.settings()
                .update(all -> all.with(all.hub().withOrigins(List.of("https://shop.example"))));
        fx.press("New key…");
        fx.type("Name", "Shop");
        fx.press("Create key");
        fx.read("Shop");
        fx.read("https://shop.example");
        List<ButtonBase> before = Fx.call(this::rowButtons);
        int other = free();
        fx.type("Port", Integer.toString(other));
        Fx.until(() -> services.settings().current().hub().port() == other);
        fx.read("Shop");
        assertEquals(before, Fx.call(this::rowButtons));
    }

    private List<ButtonBase> rowButtons() {
        return List.of(
                fx.button("Revoke Shop").orElseThrow(),
                fx.button("Remove https://shop.example").orElseThrow());
    }

    @Test
    void another_address_waits_for_a_restart_and_says_so() throws Exception {
        fx.press("Start");
        fx.read("The hub is on");
        int before = on().address().getPort();
        int other = free();
        fx.type("Port", Integer.toString(other));
        fx.read("Where it listens has changed.");
        assertEquals(before, on().address().getPort());
        fx.press("Restart");
        Fx.until(() ->
                services.hub().state() instanceof HubState.On now
                        && now.address().getPort() == other);
    }

    private static boolean shows(Object node, String secret) {
        return node instanceof TextInputControl field && field.getText().contains(secret);
    }

    private String field(String name) {
        return fx.field(name).orElseThrow().getText();
    }

    private HubState.On on() {
        return (HubState.On) services.hub().state();
    }

    private int status(String key) {
        try {
            return get("api/conversation/ana/web", key).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> get(String path, String key)
            throws IOException, InterruptedException {
        URI address = on().address().resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
