package app.prosa.channel.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.signature.AppSecretProof;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong, the secrets are in the requests alone. */
class GraphSecrecyTest {
    private static final String TOKEN = FakeGraph.PAGE_TOKEN;
    private static final String PROOF = AppSecretProof.of(TOKEN, FakeGraph.APP_SECRET);

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level usual = root.getLevel();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final FakeGraph server = FakeGraph.start();
    private final GraphAccess access =
            new GraphAccess(
                    server.baseUrl(),
                    FakeGraph.VERSION,
                    new GraphToken(TOKEN),
                    FakeGraph.APP_SECRET);
    private final GraphClient graph = new GraphClient(access, MetaRig.QUICK);

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void close() {
        root.detachAppender(log);
        root.setLevel(usual);
        graph.close();
        server.close();
    }

    @Test
    void no_failure_shows_a_secret() throws Exception {
        StringBuilder all = new StringBuilder();
        String file = server.baseUrl() + "/files/1";
        for (GraphFault fault : faults()) {
            for (String name : List.of("messages", "object", "file")) {
                server.fail(name, fault);
            }
            all.append(new SendApi(graph).act("1", SendApi.Action.MARK_SEEN))
                    .append(graph.get("me", List.of("id"), _ -> Optional.of(1)))
                    .append(graph.downloadAsOurselves(file));
        }
        server.close();
        all.append(graph.get("me", List.of("id"), _ -> Optional.of(1)))
                .append(graph)
                .append(access)
                .append(new GraphToken(TOKEN));
        log.list.forEach(event -> all.append(event.getFormattedMessage()));
        for (String secret : List.of(TOKEN, PROOF, FakeGraph.APP_SECRET)) {
            assertFalse(all.toString().contains(secret), all::toString);
        }
    }

    private static List<GraphFault> faults() {
        return List.of(
                GraphFault.error(400, 100, "Bad token " + TOKEN + " and proof " + PROOF),
                GraphFault.error(502, 2, "upstream ?access_token=" + TOKEN),
                new GraphFault.Denial(429, 4, 0, "x", "Bearer " + TOKEN, ""),
                GraphFault.redirect("https://example.com/" + TOKEN),
                new GraphFault.Raw(200, "X-Junk\r\n", TOKEN),
                GraphFault.page(500),
                GraphFault.Moment.BREAK_BEFORE,
                GraphFault.Moment.HALF);
    }

    @Test
    void the_token_is_in_a_header_alone() throws Exception {
        server.messenger().says("1", "Oi");
        new SendApi(graph).act("1", SendApi.Action.TYPING_ON);
        graph.get("me", List.of("id", "name"), _ -> Optional.of(1));
        for (GraphCall call : server.calls()) {
            assertEquals("Bearer " + TOKEN, call.headers().get("authorization"));
            assertFalse((call.path() + call.query() + call.body()).contains(TOKEN));
        }
        assertEquals(2, server.calls().size());
    }

    @Test
    void what_is_no_token_is_refused_unseen() {
        for (String bad :
                List.of("", "short", "EAA0123456789 x", "EAA0123456789\n", "é".repeat(20))) {
            String said =
                    assertThrows(IllegalArgumentException.class, () -> new GraphToken(bad))
                            .getMessage();
            assertEquals("This is no access token of Meta", said);
        }
        GraphToken token = new GraphToken(TOKEN);
        URI bad = URI.create("ftp://example.com/" + TOKEN);
        String said =
                String.valueOf(
                        assertThrows(
                                        IllegalArgumentException.class,
                                        () -> new GraphAccess(bad, "v23.0", token, null))
                                .getMessage());
        assertFalse(said.contains(TOKEN));
    }

    @Test
    void anything_that_looks_like_a_token_is_taken_out() {
        GraphToken token = new GraphToken(TOKEN);
        String other = "IGAA" + "x1Y_-".repeat(9);
        assertEquals("a [token] b", token.redact("a " + other + " b"));
        assertEquals("=[token]&", token.redact("=EAA" + "Zz9".repeat(20) + "&"));
        String usual = "(#100) Tried accessing EAA at 12:30";
        assertEquals(usual, token.redact(usual));
        assertTrue(token.redact("proof " + PROOF).endsWith("[proof]"));
    }

    @Test
    void what_holds_a_secret_says_what_it_is_and_no_more() {
        assertEquals("GraphToken", new GraphToken(TOKEN).toString());
        assertEquals("GraphAccess[v23.0]", access.toString());
        assertEquals("GraphClient", graph.toString());
    }
}
