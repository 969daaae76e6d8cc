package app.prosa.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.openai.core.http.HttpMethod;
import com.openai.core.http.HttpRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.client.Socks5Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemProxyTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of(
                    "HTTPS_PROXY", "http://proxy.example:3128",
                    "http_proxy", "http://plain.example",
                    "no_proxy", "intern.example, .corp,*.lab");

    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com/v1, proxy.example:3128",
        "http://far.example/v1, plain.example:80",
        "https://intern.example/v1, none",
        "https://llm.intern.example/v1, none",
        "https://a.corp/v1, none",
        "https://a.lab/v1, none",
        "https://notcorp/v1, proxy.example:3128",
        "http://127.0.0.1:11434/v1, none",
        "http://localhost:1234/v1, none",
        "http://[::1]:1234/v1, none"
    })
    void the_environment_names_it(String address, String proxy) {
        assertEquals(proxy, find(null, ENVIRONMENT, address));
    }

    @ParameterizedTest
    @CsvSource({
        "bare.example:8080, bare.example:8080",
        "http://user:secret@p.example:1, p.example:1",
        "socks5://s.example, s.example:1080",
        "not an address, none",
        "' ', none"
    })
    void it_is_read_as_people_write_it(String value, String proxy) {
        assertEquals(proxy, find(null, Map.of("all_proxy", value), "https://far.example/v1"));
    }

    @Test
    void the_selector_of_java_comes_first() {
        assertEquals(
                "chosen:99",
                find(chooses(Proxy.Type.HTTP), ENVIRONMENT, "https://api.openai.com/v1"));
        assertEquals(
                Optional.of(Socks5Proxy.class),
                new SystemProxy(chooses(Proxy.Type.SOCKS), Map.of())
                        .forAddress(URI.create("https://far.example"))
                        .map(Object::getClass));
    }

    private static String find(
            @org.jspecify.annotations.Nullable ProxySelector selector,
            Map<String, String> environment,
            String address) {
        return new SystemProxy(selector, environment)
                .forAddress(URI.create(address))
                .map(proxy -> proxy.getAddress().asString())
                .orElse("none");
    }

    private static ProxySelector chooses(Proxy.Type type) {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(new Proxy(type, InetSocketAddress.createUnresolved("chosen", 99)));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException e) {}
        };
    }

    /** The fake stands in for the proxy: it gets the whole address, and refuses it. */
    @ParameterizedTest
    @ValueSource(strings = {"http_proxy", "all_proxy"})
    void requests_go_through_it(String variable) {
        try (FakeOpenAi proxy = FakeOpenAi.start();
                JettyTransport transport =
                        new JettyTransport(
                                TimeLimits.DEFAULT,
                                new SystemProxy(null, Map.of(variable, proxy.origin())))) {
            HttpRequest request =
                    HttpRequest.builder()
                            .method(HttpMethod.GET)
                            .baseUrl("http://far.example/v1/models")
                            .build();
            assertEquals(401, transport.send(request, Duration.ofMinutes(1)).statusCode());
            assertEquals("http://far.example/v1/models", proxy.requests().getFirst().path());
        }
    }
}
