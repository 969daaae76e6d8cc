package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.prosa.settings.hub.ApiKey;
import app.prosa.settings.hub.ApiKey.Scope;
import app.prosa.settings.hub.Exposure;
import app.prosa.settings.hub.HubControl;
import app.prosa.settings.hub.HubProblem;
import app.prosa.settings.hub.HubSettings;
import app.prosa.settings.hub.HubState;
import app.prosa.settings.hub.NewKey;
import app.prosa.settings.hub.RequestLine;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The switch of the hub. */
class HubTest extends HubRig {
    private static final ApiKey KEY = NewKey.make("a", Scope.CHAT, Instant.EPOCH).stored();

    /** No port in the environment: the settings have the say. */
    @Override
    Map<String, String> environment() {
        return Map.of();
    }

    @Override
    HubSettings chosen(HubSettings usual) {
        return at(usual, "127.0.0.1", 0).withOn(false);
    }

    @Test
    void whoever_listens_hears_of_every_state() throws Exception {
        List<HubState> heard = new ArrayList<>();
        HubControl.Listening listening = hub.listen(heard::add);
        hub.stop();
        HubState.On on = assertInstanceOf(HubState.On.class, hub.start());
        assertEquals(on, hub.start(), "it runs already");
        assertEquals(Exposure.THIS_COMPUTER, on.exposure());
        assertEquals(
                List.of(new HubState.Stopping(), new HubState.Off(), new HubState.Starting(), on),
                heard);
        listening.close();
        hub.stop();
        assertEquals(4, heard.size());
    }

    @Test
    void it_starts_by_itself_when_the_operator_chose_so_and_never_after_it_was_closed() {
        hub.stop();
        hub.startIfChosen();
        assertEquals(new HubState.Off(), hub.state());
        change(usual -> usual.withOn(true));
        hub.startIfChosen();
        assertInstanceOf(HubState.On.class, hub.state());
        hub.close();
        hub.startIfChosen();
        assertEquals(new HubState.Off(), hub.state());
    }

    @Test
    void a_port_in_use_is_a_problem_with_a_way_out() throws Exception {
        hub.stop();
        hub = new Hub(parts());
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HubProblem problem = problem("127.0.0.1", taken.getLocalPort());
            assertEquals(HubProblem.Kind.PORT_IN_USE, problem.kind());
            assertEquals(Integer.toString(taken.getLocalPort()), problem.detail());
            HubProblem again = problem("127.0.0.1", taken.getLocalPort());
            assertEquals(HubProblem.Kind.PORT_IN_USE, again.kind(), "it can be tried again");
        }
    }

    @Test
    void it_says_when_the_settings_are_ahead_of_it() throws Exception {
        HubState.On on = assertInstanceOf(HubState.On.class, hub.state());
        assertEquals(false, on.behind());
        change(usual -> usual.withPublicUrl("https://hub.example/"));
        waitFor(() -> exposure() == Exposure.INTERNET);
        change(usual -> usual.withPublicUrl("").withPort(1));
        waitFor(() -> hub.state() instanceof HubState.On now && now.behind());
        assertEquals(Exposure.THIS_COMPUTER, exposure());
        change(usual -> usual.withPort(0));
        waitFor(() -> on.equals(hub.state()));
    }

    private Exposure exposure() {
        return assertInstanceOf(HubState.On.class, hub.state()).exposure();
    }

    @Test
    void whoever_reaches_it_stays_a_stranger_until_it_listens_elsewhere() throws Exception {
        hub.stop();
        change(usual -> at(usual, "0.0.0.0", 0).withKeys(List.of(KEY)));
        port = started();
        assertEquals("key_required", chat("ana", "oi").send().code());
        change(usual -> usual.withBind("127.0.0.1"));
        assertEquals("key_required", chat("ana", "oi").send().code());
        hub.stop();
        port = started();
        assertEquals(200, chat("ana", "oi").send().status());
    }

    @Test
    void an_address_that_this_computer_does_not_have_is_named() {
        hub.stop();
        settings.update(all -> all.with(all.hub().withKeys(List.of(KEY))));
        HubProblem problem = problem("203.0.113.5", 0);
        assertEquals(HubProblem.Kind.NO_SUCH_ADDRESS, problem.kind());
        assertEquals("203.0.113.5", problem.detail());
    }

    private HubProblem problem(String bind, int port) {
        return assertInstanceOf(HubState.Failed.class, startAt(bind, port)).problem();
    }

    private HubState startAt(String bind, int port) {
        change(usual -> at(usual, bind, port));
        return hub.start();
    }

    private static HubSettings at(HubSettings usual, String bind, int port) {
        return usual.withOn(true).withBind(bind).withPort(port).withPublicUrl("");
    }

    @Test
    void the_last_requests_are_remembered_without_what_was_asked() throws Exception {
        chat("ana", "a secret").send();
        get("/api/nothing?key=secret").send();
        waitFor(() -> hub.requests().size() == 2);
        RequestLine last = hub.requests().getFirst();
        assertEquals("GET", last.method());
        assertEquals("/api/nothing", last.path());
        assertEquals(404, last.status());
        assertEquals("127.0.0.1", last.name());
        assertEquals(RequestLine.Who.NOBODY, last.who());
        assertEquals(200, hub.requests().getLast().status());
        assertEquals(false, hub.requests().toString().contains("secret"));
    }
}
