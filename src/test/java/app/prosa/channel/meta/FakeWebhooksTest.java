package app.prosa.channel.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.channel.Inbound;
import app.prosa.channel.signature.MetaSignature;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the stand-in posts is signed, and arrives as unreliably as it is asked to. */
class FakeWebhooksTest {
    private static final MetaSignature SIGNATURE =
            new MetaSignature(List.of("another app's", FakeGraph.APP_SECRET));
    private static final MessagingWebhook WEBHOOK =
            new MessagingWebhook("page", FakeMessaging.PAGE_ID, new EchoMark.Metadata(null));

    private final FakeGraph server = FakeGraph.start();
    private final FakeWebhooks webhooks = server.messenger().webhooks();
    private final List<String> heard = new ArrayList<>();
    private int bodies;
    private int most = Integer.MAX_VALUE;
    private HttpServer hub;
    private URI address;

    @BeforeEach
    void listen() throws IOException {
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/", this::hear);
        hub.start();
        address = URI.create("http://127.0.0.1:" + hub.getAddress().getPort() + "/hook");
    }

    @AfterEach
    void close() {
        hub.stop(0);
        server.close();
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String header = exchange.getRequestHeaders().getFirst(MetaSignature.HEADER);
            boolean genuine = SIGNATURE.verify(header, body);
            if (genuine) {
                bodies++;
                WEBHOOK.read(body).inbound().stream()
                        .map(Inbound.Message.class::cast)
                        .forEach(message -> heard.add(message.text()));
            }
            int refused = genuine ? 500 : 403;
            exchange.sendResponseHeaders(genuine && bodies <= most ? 200 : refused, -1);
        }
    }

    @Test
    void each_entry_comes_by_itself_or_all_in_one_body() throws Exception {
        server.messenger().says("42", "Olá 😀");
        server.messenger().says("42", "2");
        assertEquals(List.of(200, 200), webhooks.push(address));
        assertEquals(2, bodies);
        server.messenger().says("42", "3");
        server.messenger().says("43", "4");
        assertEquals(200, webhooks.pushTogether(address));
        assertEquals(3, bodies);
        assertEquals(List.of("Olá 😀", "2", "3", "4"), heard);
        assertEquals(0, webhooks.waiting());
    }

    @Test
    void what_is_not_taken_is_posted_again() throws Exception {
        most = 1;
        server.messenger().says("42", "1");
        server.messenger().says("42", "2");
        assertEquals(List.of(200, 500), webhooks.push(address));
        assertEquals(500, webhooks.pushTogether(address));
        assertEquals(1, webhooks.waiting());
        most = 9;
        assertEquals(List.of(200), webhooks.push(address));
        assertEquals(List.of("1", "2", "2", "2"), heard);
    }

    @Test
    void an_entry_can_come_twice_and_out_of_order() throws Exception {
        server.messenger().says("42", "1");
        server.messenger().says("42", "2");
        webhooks.repeat();
        webhooks.turnRound();
        webhooks.push(address);
        assertEquals(List.of("2", "2", "1"), heard);
    }

    @Test
    void what_was_changed_on_the_way_is_noticed() throws Exception {
        server.messenger().says("42", "Olá");
        byte[] body = webhooks.takeAll();
        assertEquals(200, webhooks.post(address, body));
        String other = new String(body, StandardCharsets.US_ASCII).replace("Ol", "ol");
        byte[] changed = other.getBytes(StandardCharsets.US_ASCII);
        String signature = webhooks.signature(body);
        assertEquals(true, SIGNATURE.verify(signature, body));
        assertEquals(false, SIGNATURE.verify(signature, changed));
    }
}
