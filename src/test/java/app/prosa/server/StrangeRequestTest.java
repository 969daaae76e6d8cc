package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is hardly HTTP any more, or leads where nothing is, or wants to be taken for something else.
 */
class StrangeRequestTest extends AbuseRig {
    /** Two ways to say where a body ends, or one that some server reads otherwise. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 5",
                "Content-Length: 5, 5",
                "Content-Length: +5",
                "Content-Length: 0x5",
                "Content-Length: 5 5",
                "Content-Length: 99999999999999999999",
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: identity",
                "Content-Length: 5\r\n folded: yes",
                "X: a\rContent-Length: 5",
                "X: a\u0000b",
                ": nameless",
                "Expect: the-unexpected",
            })
    void nobody_smuggles_a_second_request_into_the_first(String headers) throws Exception {
        String second = "GET /api/conversation/good/web" + ROUTE + "\r\n";
        String first = "POST /api/chat" + ROUTE + "Content-Type: application/json\r\n" + headers;
        try (Wire wire = new Wire(hub.port()).say(first + "\r\n\r\n0\r\n\r\n" + second)) {
            Answer answer = wire.hear();
            assertEquals(400, answer.status(), answer.toString());
            assertRefusal(answer, headers);
            assertFalse(wire.rest().contains("HTTP/1.1"), "one answer, and the end");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n",
                "\u0000\u0000\u0000\r\n\r\n",
                "GET http://evil.example/health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET http://localhost/health HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                "GET http://user@localhost/health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET file:///etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "TRACE /health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "get /health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /health HTTP/1.0\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: localhost:x\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: \r\n\r\n",
                "GET /health#there HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET health HTTP/1.1\r\nHost: localhost\r\n\r\n",
            })
    void no_strange_way_of_asking_gets_an_answer(String request) throws Exception {
        try (Wire wire = new Wire(hub.port()).say(request)) {
            Answer answer = wire.hear();
            assertTrue(answer.status() >= 400 && answer.status() < 500, answer.toString());
            assertRefusal(answer, request);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/conversation/%c0%ae%c0%ae/web,400",
        "/api/conversation/%ed%a0%80/web,400",
        "/api/conversation/a%00b/web,400",
        "/api/conversation/a%0ab/web,400",
        "/api/conversation/%/web,400",
        "/api/conversation/%u0041/web,400",
        "/api/conversation//web,404",
        "/api/conversation/a/web/,404",
        "/api/conversation/a/web/../../../..,404",
        "/api/conversation/a/%77eb%2f..,400",
        "//api/chat,404",
        "/api/../api/chat,404",
        "/API/chat,404",
        "/api/conversation/good/web?limit=-1,400",
        "/api/conversation/good/web?limit=999999999999,400",
        "/api/conversation/good/web?limit=1e3,400",
        "/api/conversation/good/web?limit=%zz,400",
        "/api/conversation/good/web?before=%00,400",
        "/api/operator/conversations?limit=-1,400",
        "/api/operator/conversations?after=n99999999999999999999.x,400",
        "/api/operator/conversations?after=p-1,400",
        "/api/operator/messages/..%2f..,405",
        "/v1/models/%ff,400",
        "/v1/models/..%2f..%2fetc,404",
    })
    void no_path_leads_astray(String path, int status) throws Exception {
        Answer answer = get(path).send();
        assertEquals(status, answer.status(), answer.toString());
        assertRefusal(answer, path);
    }

    @ParameterizedTest
    @CsvSource({"16000,404", "17000,431"})
    void however_long_a_path_is_it_is_answered(int length, int status) throws Exception {
        try (Wire wire = new Wire(hub.port())) {
            Answer answer = wire.say("GET /" + "a".repeat(length) + ROUTE + "\r\n").hear();
            assertEquals(status, answer.status(), answer.toString());
            assertRefusal(answer, "");
        }
    }

    /** The connection may end before all of the path is sent, and take the answer with it. */
    @Test
    void who_never_ends_a_path_is_cut_off() throws Exception {
        try (Wire wire = new Wire(hub.port())) {
            Answer answer = wire.say("GET /" + "a".repeat(1_000_000) + ROUTE + "\r\n").hear();
            assertEquals(431, answer.status(), answer.toString());
        } catch (SocketException e) {
            // Cut off while it was still sending.
        }
        assertEquals("ok", get("/health").send().text("status"));
    }

    @Test
    void who_wants_another_protocol_gets_http() throws Exception {
        for (String protocol : List.of("websocket", "h2c", "TLS/1.0")) {
            Answer answer =
                    get("/health")
                            .with("Connection", "Upgrade")
                            .with("Upgrade", protocol)
                            .with("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                            .with("Sec-WebSocket-Version", "13")
                            .send();
            assertEquals("ok", answer.text("status"));
        }
    }

    @Test
    void thousands_of_requests_at_once_on_one_connection_are_answered_in_order() throws Exception {
        int many = 2_000;
        String one = "GET /api/conversation/%d/web" + ROUTE + "\r\n";
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < many; i++) {
            all.append(one.formatted(i));
        }
        try (Wire wire = new Wire(hub.port())) {
            wire.say(all.toString());
            for (int i = 0; i < many; i++) {
                assertEquals(Integer.toString(i), wire.hear().text("user_id"));
            }
        }
    }

    @Test
    void whatever_a_listener_says_that_it_saw_last_it_is_listened_to() throws Exception {
        for (String path : List.of("/api/conversation/good/web/events", "/api/operator/events")) {
            for (String last :
                    List.of(
                            "9223372036854775807",
                            "-9223372036854775808",
                            "9".repeat(10_000),
                            "é\u0001",
                            "%00",
                            "00000000-0000-7000-8000-000000000000:-1",
                            "' OR 1=1 --")) {
                Wire.Call call = get(path).with("Last-Event-ID", last);
                if (last.indexOf('\u0001') >= 0) {
                    assertRefusal(call.send(), last);
                    continue;
                }
                try (Events events = Events.of(call.start())) {
                    assertNotNull(events.nextOrComment());
                }
            }
        }
    }
}
