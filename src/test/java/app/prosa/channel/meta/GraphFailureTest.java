package app.prosa.channel.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Answer;
import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.FixMe;
import app.prosa.channel.Refusal.Retry;
import app.prosa.channel.Refusal.Stop;
import app.prosa.channel.SendResult;
import app.prosa.channel.meta.GraphFault.Moment;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a message when something goes wrong. */
class GraphFailureTest {
    private final MetaRig rig = new MetaRig(MetaRig.QUICK);

    @AfterEach
    void close() {
        rig.close();
    }

    private Refusal refusal(GraphFault fault) throws InterruptedException {
        rig.server.fail("messages", fault);
        return assertInstanceOf(SendResult.Refused.class, rig.send("Oi")).refusal();
    }

    private static Retry retry(Refusal refusal) {
        return assertInstanceOf(Retry.class, refusal);
    }

    private Answer<String> me() throws InterruptedException {
        return rig.graph.get(
                "me",
                List.of("id", "name"),
                answer -> Optional.of(answer.text("name")).filter(name -> !name.isEmpty()));
    }

    @Test
    void how_long_to_wait_is_as_meta_says() throws Exception {
        Retry retry = retry(refusal(GraphFault.flood(7)));
        assertEquals(Retry.Cause.SLOW_DOWN, retry.cause());
        assertEquals(Duration.ofMinutes(7), retry.after());
        assertEquals(Duration.ofDays(1), retry(refusal(GraphFault.flood(1L << 40))).after());
        assertNull(retry(refusal(GraphFault.flood(0))).after());
        GraphFault plain = new GraphFault.Denial(429, 4, 0, "x", "", "Retry-After: 12\r\n");
        assertEquals(Duration.ofSeconds(12), retry(refusal(plain)).after());
        for (String junk :
                List.of("Retry-After: soon", "X-Business-Use-Case-Usage: {\"a\":[7,{}]}")) {
            GraphFault odd = new GraphFault.Denial(429, 4, 0, "x", "", junk + "\r\n");
            assertNull(retry(refusal(odd)).after());
        }
    }

    @Test
    void a_server_that_says_it_failed_may_be_asked_again() throws Exception {
        GraphFault error = GraphFault.error(500, 2, "Service temporarily unavailable");
        assertEquals(Retry.Cause.SERVER, retry(refusal(error)).cause());
        assertEquals(Retry.Cause.SERVER, retry(refusal(GraphFault.page(503))).cause());
        assertEquals(Retry.Cause.SERVER, retry(refusal(GraphFault.page(429))).cause());
        assertEquals(Retry.Cause.SERVER, retry(refusal(GraphFault.page(500))).cause());
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void a_gateway_does_not_know_whether_the_message_arrived(int status) throws Exception {
        GraphFault error = GraphFault.error(status, 2, "Bad gateway");
        rig.server.fail("messages", error, GraphFault.page(status));
        assertInstanceOf(SendResult.Unknown.class, rig.send("1"));
        assertInstanceOf(SendResult.Unknown.class, rig.send("2"));
    }

    @Test
    void an_answer_that_meta_lost_is_not_a_message_that_it_lost() throws Exception {
        GraphFault lost = GraphFault.error(500, 1, 1_357_046, "Received invalid JSON reply.");
        rig.server.fail("messages", lost);
        assertInstanceOf(SendResult.Unknown.class, rig.send("Oi"));
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void after_a_broken_or_silent_connection_nobody_knows(Moment moment) throws Exception {
        rig.server.fail("messages", moment);
        assertInstanceOf(SendResult.Unknown.class, rig.send("Oi"));
        boolean lost = moment == Moment.BREAK_BEFORE || moment == Moment.SILENT_BEFORE;
        assertEquals(lost ? 0 : 1, rig.server.messenger().sent().size());
        assertEquals(1, rig.server.calls("messages").size());
        assertInstanceOf(SendResult.Sent.class, rig.send("Oi"));
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void a_question_may_be_asked_again(Moment moment) throws Exception {
        // The JDK itself asks once more when the connection breaks.
        rig.server.fail("object", moment, moment, moment);
        Refusal refusal = assertInstanceOf(Answer.Refused.class, me()).refusal();
        assertEquals(Retry.Cause.NETWORK, retry(refusal).cause());
    }

    @Test
    void a_message_for_which_there_was_no_connection_did_not_arrive() throws Exception {
        rig.server.close();
        SendResult result = rig.send("Oi");
        Refusal refusal = assertInstanceOf(SendResult.Refused.class, result).refusal();
        assertEquals(Retry.Cause.NETWORK, retry(refusal).cause());
    }

    @Test
    void an_answer_that_is_not_the_graph_apis_is_for_the_operator() throws Exception {
        GraphFault elsewhere = GraphFault.redirect("https://example.com/");
        for (GraphFault fault : List.of(GraphFault.page(404), elsewhere)) {
            Refusal refusal = refusal(fault);
            assertEquals(FixMe.Fault.ADDRESS, assertInstanceOf(FixMe.class, refusal).fault());
        }
        GraphFault choices = new GraphFault.Raw(300, "", "{\"message_id\":\"m\"}");
        assertInstanceOf(FixMe.class, refusal(choices));
        for (String body : List.of("[]", "{}", "{\"name\":7}", "<html>")) {
            rig.server.fail("object", new GraphFault.Raw(200, "", body));
            Refusal refusal = assertInstanceOf(Answer.Refused.class, me()).refusal();
            assertEquals(FixMe.Fault.ADDRESS, assertInstanceOf(FixMe.class, refusal).fault());
        }
    }

    @Test
    void a_success_without_its_id_is_not_sent_again_lightly() throws Exception {
        for (String body : List.of("", "{}", "{\"message_id\":7}", "[1]", "<html>")) {
            rig.server.fail("messages", new GraphFault.Raw(200, "", body));
            assertInstanceOf(SendResult.Unknown.class, rig.send("Oi"), body);
        }
    }

    @Test
    void a_success_with_an_error_in_it_is_none() throws Exception {
        GraphFault odd = new GraphFault.Raw(200, "", "{\"error\":{\"code\":131047}}");
        Stop stop = assertInstanceOf(Stop.class, refusal(odd));
        assertEquals(Stop.Reason.WINDOW_CLOSED, stop.reason());
    }

    @Test
    void an_answer_without_end_is_let_go() throws Exception {
        rig.server.fail("messages", new GraphFault.Raw(200, "", " ".repeat((1 << 20) + 1)));
        assertInstanceOf(SendResult.Unknown.class, rig.send("Oi"));
    }

    @Test
    void whoever_is_interrupted_does_not_know_whether_the_message_arrived() throws Exception {
        rig.server.fail("messages", Moment.SILENT_AFTER);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread caller =
                Thread.ofVirtual()
                        .start(() ->
                                interrupted.complete(
                                        assertThrows(
                                                        InterruptedException.class,
                                                        () -> rig.send("Oi"))
                                                != null));
        rig.server.awaitCall("messages");
        caller.interrupt();
        assertTrue(interrupted.get(10, TimeUnit.SECONDS));
    }

    @Test
    void a_wrong_token_or_version_is_for_the_operator() throws Exception {
        String wrong = FakeGraph.PAGE_TOKEN.replace("page", "gone");
        assertEquals(FixMe.Fault.TOKEN, fault(rig.server.access(wrong)));
        GraphAccess old =
                new GraphAccess(
                        rig.server.baseUrl(), "v1.0", new GraphToken(FakeGraph.PAGE_TOKEN), null);
        try (GraphClient client = new GraphClient(old, MetaRig.PATIENT)) {
            assertInstanceOf(
                    Answer.Refused.class, client.get("me", List.of("id"), _ -> Optional.of(1)));
        }
    }

    private static FixMe.Fault fault(GraphAccess access) throws InterruptedException {
        try (GraphClient client = new GraphClient(access, MetaRig.PATIENT)) {
            Refusal refusal =
                    assertInstanceOf(
                                    Answer.Refused.class,
                                    client.get("me", List.of("id", "name"), _ -> Optional.of(1)))
                            .refusal();
            return assertInstanceOf(FixMe.class, refusal).fault();
        }
    }

    @Test
    void where_the_apps_secret_is_asked_for_it_is_proved() throws Exception {
        rig.server.setWantsProof(true);
        assertEquals(FixMe.Fault.TOKEN, fault(rig.server.access(FakeGraph.PAGE_TOKEN)));
        GraphToken token = new GraphToken(FakeGraph.PAGE_TOKEN);
        GraphAccess access =
                new GraphAccess(
                        rig.server.baseUrl(), FakeGraph.VERSION, token, FakeGraph.APP_SECRET);
        try (GraphClient client = new GraphClient(access, MetaRig.PATIENT)) {
            assertInstanceOf(
                    Answer.Given.class,
                    client.get("me", List.of("id", "name"), _ -> Optional.of(1)));
            SendApi sender = new SendApi(client);
            assertEquals(Optional.empty(), sender.act(MetaRig.ANA, SendApi.Action.MARK_SEEN));
        }
    }

    @Test
    void what_cannot_be_an_address_or_a_version_is_refused() {
        GraphToken token = new GraphToken(FakeGraph.PAGE_TOKEN);
        for (String base :
                List.of(
                        "ftp://x",
                        "graph.facebook.com",
                        "https://me:pw@graph.facebook.com",
                        "https://graph.facebook.com?x=1",
                        "https://graph.facebook.com#x")) {
            URI uri = URI.create(base);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new GraphAccess(uri, FakeGraph.VERSION, token, null));
        }
        for (String version : List.of("", "23", "v23", "v23.0/..", "V23.0", "latest")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new GraphAccess(GraphAccess.FACEBOOK, version, token, null));
        }
        URI path = URI.create("http://[::1]:8081/meta/");
        assertEquals(
                "http://[::1]:8081/meta/v24.0/me",
                new GraphAccess(path, "v24.0", token, null).uri("me").toString());
    }
}
