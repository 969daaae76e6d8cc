package app.prosa.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.settings.Secrets;
import app.prosa.settings.hub.ApiKey;
import app.prosa.settings.hub.ApiKey.Scope;
import app.prosa.settings.hub.HubProblem;
import app.prosa.settings.hub.HubSettings;
import app.prosa.settings.hub.HubSettings.WhenClosed;
import app.prosa.settings.hub.HubState;
import app.prosa.settings.hub.NewKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the section about the hub does, without its nodes. */
class ServerTest {
    @TempDir private Path dir;
    private final UiQueue ui = new UiQueue();
    private final StringProperty problem = new SimpleStringProperty("");
    private Optional<PagesRig> opened = Optional.empty();
    private Optional<SettingsDesk> desk = Optional.empty();

    @AfterEach
    void close() {
        desk.ifPresent(SettingsDesk::close);
        opened.ifPresent(PagesRig::close);
    }

    @Test
    void the_next_free_port_is_taken_stored_and_started_with() throws Exception {
        ServerViewModel server = server(Map.of());
        rig().hub.become(busy(3000, 3001));
        ui.until(() -> server.otherPort().isPresent());
        server.startAt(server.otherPort().orElseThrow());
        ui.until(() -> rig().hub.asked.equals(List.of("start")));
        assertEquals(3001, stored().port(), "it was there before the hub started");
    }

    @Test
    void a_port_that_the_environment_chose_is_not_exchanged() throws Exception {
        ServerViewModel server = server(Map.of("PORT", "3000"));
        rig().hub.become(busy(3000, 3001));
        ui.until(() -> server.state().get() instanceof HubState.Failed);
        assertEquals(Optional.empty(), server.otherPort());
    }

    @Test
    void without_a_free_port_none_is_offered() throws Exception {
        ServerViewModel server = server(Map.of());
        rig().hub.become(busy(3000, 0));
        ui.until(() -> server.state().get() instanceof HubState.Failed);
        assertEquals(Optional.empty(), server.otherPort());
    }

    @Test
    void a_restart_is_a_stop_and_a_start() throws Exception {
        ServerViewModel server = server(Map.of());
        server.restart();
        ui.until(() -> rig().hub.asked.equals(List.of("stop", "start")));
    }

    @Test
    void it_follows_the_hub_no_longer_when_it_is_closed() throws Exception {
        ServerViewModel server = server(Map.of());
        assertEquals(1, rig().hub.listeners());
        server.close();
        assertEquals(0, rig().hub.listeners());
    }

    @Test
    void a_reset_keeps_the_keys() throws Exception {
        ServerViewModel server = server(Map.of());
        ListeningViewModel listening = new ListeningViewModel(server, rig().texts);
        keys(server).create("Shop", Scope.CHAT);
        listening.setPort("8080", problem);
        listening.setOn(true);
        listening.setWhenClosed(WhenClosed.KEEP);
        server.reset();
        assertEquals(
                HubSettings.DEFAULT.withKeys(server.settings().get().keys()),
                server.settings().get());
        assertEquals(1, server.settings().get().keys().size());
        rig().navigation.undo();
        assertEquals(8080, server.settings().get().port());
    }

    @Test
    void a_key_is_shown_until_it_was_taken_and_kept_nowhere() throws Exception {
        ServerViewModel server = server(Map.of());
        HubKeysViewModel keys = keys(server);
        keys.create("  Shop ", Scope.OPERATOR);
        String secret = keys.fresh().get();
        ui.until(() -> stored().keys().size() == 1);
        ApiKey kept = stored().keys().getFirst();
        assertEquals("Shop", kept.name());
        assertEquals(Scope.OPERATOR, kept.scope());
        assertEquals(NewKey.hash(secret), kept.sha256());
        assertFalse(Files.readString(dir.resolve("settings.json")).contains(secret));
        keys.forgetFresh();
        assertEquals("", keys.fresh().get());
    }

    @Test
    void a_key_is_revoked_at_once_and_comes_back_where_it_was() throws Exception {
        ServerViewModel server = server(Map.of());
        HubKeysViewModel keys = keys(server);
        keys.create("One", Scope.CHAT);
        keys.create("Two", Scope.CHAT);
        keys.create("Three", Scope.CHAT);
        ApiKey two = keys.state().get().keys().get(1);
        keys.revoke(two);
        ui.until(() -> names(stored()).equals(List.of("One", "Three")));
        rig().navigation.undo();
        ui.until(() -> names(stored()).equals(List.of("One", "Two", "Three")));
        assertTrue(rig().navigation.said.getLast().startsWith("Two is revoked."));
    }

    @Test
    void whoever_lets_others_in_is_told_that_it_takes_a_key() throws Exception {
        ServerViewModel server = server(Map.of());
        ListeningViewModel listening = new ListeningViewModel(server, rig().texts);
        assertEquals("", listening.keyProblem());
        listening.setReach(Reach.NETWORK);
        assertFalse(listening.keyProblem().isEmpty());
        keys(server).create("Shop", Scope.CHAT);
        assertEquals("", listening.keyProblem());
    }

    @Test
    void only_what_can_be_listened_at_is_taken_over() throws Exception {
        ListeningViewModel listening = new ListeningViewModel(server(Map.of()), rig().texts);
        for (String wrong : List.of("localhost", "10.0.0.0/8", "")) {
            listening.setAddress(wrong, problem);
            assertFalse(problem.get().isEmpty(), wrong);
        }
        listening.setAddress(" ::1 ", problem);
        assertEquals("", problem.get());
        assertEquals("::1", listening.state().get().bind());
        assertEquals(Reach.ADDRESS, Reach.of(listening.state().get()));
        for (String wrong : List.of("65536", "-1", "http")) {
            listening.setPort(wrong, problem);
            assertFalse(problem.get().isEmpty(), wrong);
        }
        listening.setPort("", problem);
        assertEquals(HubSettings.DEFAULT_PORT, listening.state().get().port());
    }

    @Test
    void a_public_address_and_proxies_are_checked_as_they_are_typed() throws Exception {
        ListeningViewModel listening = new ListeningViewModel(server(Map.of()), rig().texts);
        for (String wrong : List.of("hub.example", "ftp://a", "https://u:p@a", "https://a/?b")) {
            listening.setPublicUrl(wrong, problem);
            assertFalse(problem.get().isEmpty(), wrong);
        }
        listening.setPublicUrl("https://hub.example/", problem);
        assertEquals("https://hub.example/", listening.state().get().publicUrl());
        listening.setProxies("10.0.0.0/8, nonsense", problem);
        assertFalse(problem.get().isEmpty());
        listening.setProxies("10.0.0.0/8,127.0.0.1  ::1", problem);
        assertEquals("", problem.get());
        assertEquals(
                List.of("10.0.0.0/8", "127.0.0.1", "::1"),
                listening.state().get().trustedProxies());
    }

    @Test
    void an_origin_is_written_as_browsers_write_it() throws Exception {
        OriginsViewModel origins = new OriginsViewModel(server(Map.of()), rig().texts);
        assertFalse(origins.add("https://shop.example/page", problem));
        assertFalse(problem.get().isEmpty());
        assertTrue(origins.add(" HTTPS://Shop.example:443 ", problem));
        assertTrue(origins.add("https://shop.example", problem));
        assertEquals(List.of("https://shop.example"), origins.state().get().origins());
        origins.remove("https://shop.example");
        assertEquals(List.of(), origins.state().get().origins());
        rig().navigation.undo();
        assertEquals(List.of("https://shop.example"), origins.state().get().origins());
    }

    private ServerViewModel server(Map<String, String> variables) throws IOException {
        PagesRig rig = new PagesRig(dir, Secrets.Place.KEYCHAIN, variables);
        opened = Optional.of(rig);
        SettingsDesk made = rig.desk(ui);
        desk = Optional.of(made);
        return new ServerViewModel(made, rig.hub, rig.undoable(), ui);
    }

    private PagesRig rig() {
        return opened.orElseThrow();
    }

    private HubKeysViewModel keys(ServerViewModel server) {
        return new HubKeysViewModel(server, rig().texts, () -> Instant.EPOCH);
    }

    private HubSettings stored() {
        return rig().settings.stored().hub();
    }

    private static List<String> names(HubSettings hub) {
        return hub.keys().stream().map(ApiKey::name).toList();
    }

    private static HubState busy(int port, int next) {
        return new HubState.Failed(
                new HubProblem(HubProblem.Kind.PORT_IN_USE, Integer.toString(port), next));
    }
}
