package app.prosa.channel.meta;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Answer;
import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.FixMe;
import app.prosa.channel.Refusal.Retry;
import app.prosa.channel.Refusal.Stop;
import app.prosa.channel.http.Body;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphDownloadTest {
    private static final byte[] CONTENT = {1, 2, 3, 0, -1};

    private final MetaRig rig = new MetaRig(MetaRig.PATIENT);

    @AfterEach
    void close() {
        rig.close();
    }

    private Refusal fails(String url) throws InterruptedException {
        return assertInstanceOf(Answer.Refused.class, rig.graph.download(url)).refusal();
    }

    private static byte[] content(Answer<Body> answer) {
        return switch (answer) {
            case Answer.Given<Body>(Body body) -> body.bytes();
            case Answer.Refused<Body>(Refusal refusal) -> throw new AssertionError(refusal);
        };
    }

    @Test
    void a_file_is_fetched_without_saying_who_we_are() throws Exception {
        String url = rig.server.stores("photo.jpg", CONTENT);
        assertArrayEquals(CONTENT, content(rig.graph.download(url)));
        assertFalse(rig.server.calls("file").getFirst().headers().containsKey("authorization"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1&hash=a-b",
                "https://scontent-gru1-2.xx.fbcdn.net/v/t1.15752-9/1_n.jpg?_nc_cat=1&oh=x",
                "https://CDN.FBSBX.COM/v/t59.2708-21/nota%20fiscal.pdf?x=1",
                "https://scontent.cdninstagram.com:443/v/1.jpg",
                "https://mmg.whatsapp.net/v/1.enc"
            })
    void metas_own_hosts_are_places_of_files(String url) {
        assertEquals(Optional.of(URI.create(url)), new MediaPlaces(GraphAccess.FACEBOOK).find(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "photo.jpg",
                "file:///etc/passwd",
                "data:image/png;base64,AAAA",
                "http://lookaside.fbsbx.com/x",
                "ftp://lookaside.fbsbx.com/x",
                "https://lookaside.fbsbx.com:8443/x",
                "https://lookaside.fbsbx.com@evil.example/x",
                "https://evil.example@lookaside.fbsbx.com/x",
                "https://lookaside.fbsbx.com:443@evil.example/x",
                "https://lookaside.fbsbx.com\\@evil.example/x",
                "https://evil.example/lookaside.fbsbx.com",
                "https://evil.example#lookaside.fbsbx.com",
                "https://evil.example?.fbsbx.com",
                "https://lookaside.fbsbx.com.evil.example/x",
                "https://evilfbsbx.com/x",
                "https://fbsbx.com/x",
                "https://lookaside.fbsbx.com./x",
                "https://lookaside.fbsbx.com%00.evil.example/x",
                "https://lookaside.fbsbx.com%2eevil.example/x",
                "https://lookaside。fbsbx。com/x",
                "https://127.0.0.1/x",
                "https://0x7f000001/x",
                "https://2130706433/x",
                "https://[::1]/x",
                "https://[::ffff:169.254.169.254]/latest/meta-data",
                "https://169.254.169.254/latest/meta-data",
                "https://10.0.0.1/x",
                "https://192.168.0.1/x",
                "https://localhost/x",
                "http://127.0.0.1:1/x",
                "https:lookaside.fbsbx.com/x",
                "https:///x",
                "//lookaside.fbsbx.com/x",
                "https://lookaside.fbsbx.com/a b",
                "https://lookaside.fbsbx.com/\r\nX: y"
            })
    void any_other_place_is_not_asked(String url) throws Exception {
        assertEquals(Stop.Reason.REJECTED, assertInstanceOf(Stop.class, fails(url)).reason());
        assertInstanceOf(Answer.Refused.class, rig.graph.downloadAsOurselves(url));
        assertTrue(rig.server.calls().isEmpty());
    }

    @Test
    void a_redirect_is_followed_to_a_place_of_files_only() throws Exception {
        String there = rig.server.stores("there", CONTENT);
        String here = rig.server.stores("here", CONTENT);
        rig.server.fail("file", GraphFault.redirect(there));
        assertArrayEquals(CONTENT, content(rig.graph.download(here)));
        rig.server.fail("file", GraphFault.redirect("there"));
        assertArrayEquals(CONTENT, content(rig.graph.download(here)));
        int before = rig.server.calls().size();
        List<String> elsewhere =
                List.of(
                        "http://169.254.169.254/",
                        "http://localhost:" + rig.server.baseUrl().getPort() + "/files/there",
                        "https://evil.example/",
                        "file:///etc/passwd",
                        "//evil.example/",
                        "https://[::1]/",
                        "mailto:x",
                        "%zz");
        for (String to : elsewhere) {
            rig.server.fail("file", GraphFault.redirect(to));
            assertEquals(Stop.Reason.REJECTED, assertInstanceOf(Stop.class, fails(here)).reason());
        }
        assertEquals(before + elsewhere.size(), rig.server.calls().size());
    }

    @Test
    void redirects_in_a_ring_end() throws Exception {
        String here = rig.server.stores("here", CONTENT);
        GraphFault again = GraphFault.redirect(here);
        rig.server.fail("file", again, again, again, again, again);
        assertInstanceOf(Stop.class, fails(here));
        assertEquals(4, rig.server.calls("file").size());
    }

    @Test
    void the_token_is_for_the_first_address_alone() throws Exception {
        rig.server.stores("7", CONTENT);
        String open = rig.server.stores("open", CONTENT);
        rig.server.fail("file", GraphFault.redirect(open));
        try (GraphClient graph =
                new GraphClient(rig.server.access(FakeGraph.WHATSAPP_TOKEN), MetaRig.PATIENT)) {
            String url = rig.server.baseUrl() + "/files/7";
            assertArrayEquals(CONTENT, content(graph.downloadAsOurselves(url)));
            assertArrayEquals(CONTENT, content(graph.downloadAsOurselves(url)));
        }
        List<Boolean> shown =
                rig.server.calls("file").stream()
                        .map(call -> call.headers().containsKey("authorization"))
                        .toList();
        assertEquals(List.of(true, false, true), shown);
    }

    @Test
    void what_is_too_large_is_let_go() throws Exception {
        String most = rig.server.stores("most", new byte[1000]);
        assertInstanceOf(Answer.Given.class, rig.graph.download(most));
        String more = rig.server.stores("more", new byte[1001]);
        assertEquals(new Stop(Stop.Reason.TOO_LARGE, ""), fails(more));
    }

    @Test
    void what_is_gone_for_everybody_is_gone_and_what_is_ours_is_to_be_found_again()
            throws Exception {
        String gone = rig.server.baseUrl() + "/files/gone";
        assertEquals(Stop.Reason.REJECTED, assertInstanceOf(Stop.class, fails(gone)).reason());
        try (GraphClient graph =
                new GraphClient(rig.server.access(FakeGraph.WHATSAPP_TOKEN), MetaRig.PATIENT)) {
            String url = rig.server.baseUrl() + "/files/8";
            Refusal refusal =
                    assertInstanceOf(Answer.Refused.class, graph.downloadAsOurselves(url))
                            .refusal();
            assertEquals(Retry.Cause.SERVER, assertInstanceOf(Retry.class, refusal).cause());
        }
        Refusal refusal =
                assertInstanceOf(
                                Answer.Refused.class,
                                rig.graph.downloadAsOurselves(rig.server.baseUrl() + "/files/8"))
                        .refusal();
        assertEquals(FixMe.Fault.TOKEN, assertInstanceOf(FixMe.class, refusal).fault());
    }

    @Test
    void a_file_that_breaks_off_may_be_fetched_again() throws Exception {
        String url = rig.server.stores("x", CONTENT);
        try (GraphClient graph =
                new GraphClient(rig.server.access(FakeGraph.PAGE_TOKEN), MetaRig.QUICK)) {
            rig.server.fail("file", GraphFault.Moment.HALF, GraphFault.page(502));
            for (Retry.Cause cause : List.of(Retry.Cause.NETWORK, Retry.Cause.SERVER)) {
                Refusal refusal =
                        assertInstanceOf(Answer.Refused.class, graph.download(url)).refusal();
                assertEquals(cause, assertInstanceOf(Retry.class, refusal).cause());
            }
        }
    }
}
