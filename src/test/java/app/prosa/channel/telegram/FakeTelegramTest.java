package app.prosa.channel.telegram;

import static app.prosa.channel.telegram.TelegramRig.ANA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Inbound;
import app.prosa.channel.json.Fields;
import app.prosa.channel.json.Json;
import app.prosa.channel.signature.TelegramSecret;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stand-in is as strict as it says. */
class FakeTelegramTest {
    private final TelegramRig rig = new TelegramRig();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        rig.close();
    }

    private Fields call(String path, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(rig.server.baseUrl() + path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        byte[] answer = client.send(request, BodyHandlers.ofByteArray()).body();
        return Json.read(answer).orElseThrow();
    }

    private Fields call(String method, String body) throws IOException, InterruptedException {
        return call("/bot" + FakeTelegram.TOKEN + "/" + method, "application/json", body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sendMessage | {"chat_id":"42","text":"Oi"}
                    sendMessage | {"chat_id":42,"text":7}
                    sendMessage | {"chat_id":42,"text":"Oi","parse_mode":"Markdown"}
                    sendMessage | {"chat_id":42,"text":"Oi","reply_to":7}
                    sendMessage | {"chat_id":42,"text":"Oi","reply_parameters":{"message_id":9}}
                    sendMessage | {"chat_id":42,"text":"a & b","parse_mode":"HTML"}
                    sendMessage | {"chat_id":42,"text":"<h1>a</h1>","parse_mode":"HTML"}
                    sendMessage | {"chat_id":42}
                    sendMessage | []
                    sendChatAction | {"chat_id":42,"action":"dancing"}
                    sendMessageDraft | {"chat_id":42,"draft_id":0,"text":""}
                    sendMessageDraft | {"chat_id":-5,"draft_id":1,"text":""}
                    getUpdates | {"offset":0,"timeout":0}
                    getUpdates | {"timeout":51,"allowed_updates":["message"]}
                    getUpdates | {"limit":101,"allowed_updates":["message"]}
                    setWebhook | {"url":"https://x.example/","secret_token":"a b","allowed_updates":["message"]}
                    setWebhook | {"url":"https://x.example:444/","secret_token":"a","allowed_updates":["message"]}
                    setWebhook | {"url":"http://x.example/","secret_token":"a","allowed_updates":["message"]}
                    getFile | {"file_id":"nobody's"}
                    """)
    void a_call_with_a_mistake_is_refused(String method, String body) throws Exception {
        rig.server.says(ANA, "Oi");
        Fields answer = call(method, body);
        assertEquals(400L, answer.number("error_code"));
        assertTrue(rig.server.sent().isEmpty());
    }

    @Test
    void the_token_the_method_and_the_type_are_checked() throws Exception {
        String token = FakeTelegram.TOKEN;
        String json = "application/json";
        assertEquals(
                401L,
                call("/bot" + token.replace("A", "B") + "/getMe", json, "{}").number("error_code"));
        assertEquals(404L, call("/bot1:x/getMe", json, "{}").number("error_code"));
        assertEquals(404L, call("getYou", "{}").number("error_code"));
        assertEquals(
                400L, call("/bot" + token + "/getMe", "text/plain", "{}").number("error_code"));
        assertTrue(call("getMe", "{}").flag("ok"));
    }

    @Test
    void an_update_can_come_twice_and_out_of_order() throws Exception {
        long first = rig.server.says(ANA, "1");
        long second = rig.server.says(ANA, "2");
        rig.server.shuffle(true);
        assertEquals(List.of(second, first), ids(rig.api.getUpdates(0, Duration.ZERO)));
        rig.server.repeat(first);
        assertEquals(List.of(first), ids(rig.api.getUpdates(second + 1, Duration.ZERO)));
        assertEquals(List.of(), ids(rig.api.getUpdates(second + 1, Duration.ZERO)));
    }

    @Test
    void a_negative_offset_forgets_all_but_the_last_ones() throws Exception {
        rig.server.says(ANA, "1");
        long last = rig.server.says(ANA, "2");
        assertEquals(List.of(last), ids(rig.api.getUpdates(-1, Duration.ZERO)));
        assertEquals(List.of(last), rig.server.waiting());
    }

    private static List<Long> ids(Poll poll) {
        return poll instanceof Poll.Updates(List<TelegramUpdate> updates)
                ? updates.stream().map(TelegramUpdate::id).toList()
                : List.of(-1L);
    }

    @Test
    void after_the_window_of_a_limit_messages_are_taken_again() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.ofEpochSecond(1_800_000_000));
        try (FakeTelegram server = FakeTelegram.start(now::get);
                TelegramApi api =
                        TelegramRig.api(
                                server.baseUrl(), FakeTelegram.TOKEN, TelegramRig.PATIENT)) {
            server.says(ANA, "Oi");
            server.limit(1, Duration.ofSeconds(1));
            api.sendMessage(TelegramRig.html("1"));
            api.sendMessage(TelegramRig.html("2"));
            now.set(now.get().plusSeconds(1));
            api.sendMessage(TelegramRig.html("3"));
            assertEquals(List.of("1", "3"), server.sent().stream().map(FakeSent::text).toList());
        }
    }

    @Test
    void a_webhook_gets_what_waits_until_it_fails() throws Exception {
        rig.api.setWebhook(URI.create("https://x.example/hook"), "s3cret", 1);
        rig.server.says(ANA, "1");
        rig.server.says(ANA, "2");
        rig.server.says(ANA, "3");
        List<String> heard = new ArrayList<>();
        HttpServer hub =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/", exchange -> hear(exchange, heard));
        hub.start();
        try {
            URI uri = URI.create("http://127.0.0.1:" + hub.getAddress().getPort() + "/hook");
            assertEquals(List.of(200, 500), rig.server.push(uri));
            assertEquals(List.of("1", "2"), heard);
            assertEquals(2, rig.server.waiting().size());
        } finally {
            hub.stop(0);
        }
    }

    private void hear(HttpExchange exchange, List<String> heard) throws IOException {
        try (exchange) {
            String secret = exchange.getRequestHeaders().getFirst(TelegramSecret.HEADER);
            TelegramUpdate update =
                    TelegramUpdate.parse(exchange.getRequestBody().readAllBytes()).orElseThrow();
            if (rig.read(update).orElseThrow() instanceof Inbound.Message message) {
                heard.add(message.text());
            }
            boolean good = new TelegramSecret("s3cret").verify(secret) && heard.size() == 1;
            byte[] ok = "{\"ok\":true}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(good ? 200 : 500, ok.length);
            exchange.getResponseBody().write(ok);
        }
    }
}
