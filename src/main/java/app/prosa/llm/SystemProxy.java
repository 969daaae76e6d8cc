package app.prosa.llm;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.ProxyConfiguration;
import org.eclipse.jetty.client.Socks5Proxy;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that this computer uses for an address: what Java's own selector says (system
 * properties, and the system's settings where {@code java.net.useSystemProxies} is on), otherwise
 * the environment variables {@code https_proxy}, {@code http_proxy}, {@code all_proxy} and {@code
 * no_proxy}. This computer itself is always reached directly.
 */
final class SystemProxy {
    private final @Nullable ProxySelector selector;
    private final Map<String, String> environment;

    SystemProxy(@Nullable ProxySelector selector, Map<String, String> environment) {
        this.selector = selector;
        this.environment = environment;
    }

    static SystemProxy ofThisComputer() {
        return new SystemProxy(ProxySelector.getDefault(), System.getenv());
    }

    /** The proxy for a scheme, host and port, made for Jetty and for this address alone. */
    Optional<ProxyConfiguration.Proxy> forAddress(URI address) {
        if (isLoopback(address.getHost())) {
            return Optional.empty();
        }
        Optional<ProxyConfiguration.Proxy> proxy =
                fromSelector(address).or(() -> fromEnvironment(address));
        proxy.ifPresent(p -> p.getIncludedAddresses().add(address.getAuthority()));
        return proxy;
    }

    private Optional<ProxyConfiguration.Proxy> fromSelector(URI address) {
        return selector == null
                ? Optional.empty()
                : selector.select(address).stream().findFirst().flatMap(SystemProxy::ofJava);
    }

    private static Optional<ProxyConfiguration.Proxy> ofJava(Proxy proxy) {
        if (!(proxy.address() instanceof InetSocketAddress at)) {
            return Optional.empty();
        }
        return switch (proxy.type()) {
            case DIRECT -> Optional.empty();
            case HTTP -> Optional.of(new HttpProxy(at.getHostString(), at.getPort()));
            case SOCKS -> Optional.of(new Socks5Proxy(at.getHostString(), at.getPort()));
        };
    }

    private Optional<ProxyConfiguration.Proxy> fromEnvironment(URI address) {
        if (isExempt(address.getHost())) {
            return Optional.empty();
        }
        return variable(address.getScheme() + "_proxy")
                .or(() -> variable("all_proxy"))
                .flatMap(SystemProxy::parse)
                .map(SystemProxy::ofVariable);
    }

    /** As curl takes it, also without a scheme. What is no address is as good as not set. */
    private static Optional<URI> parse(String value) {
        try {
            URI uri = new URI(value.contains("://") ? value : "http://" + value);
            return Optional.of(uri).filter(proxy -> proxy.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static ProxyConfiguration.Proxy ofVariable(URI proxy) {
        return String.valueOf(proxy.getScheme()).startsWith("socks")
                ? new Socks5Proxy(proxy.getHost(), port(proxy, 1080))
                : new HttpProxy(proxy.getHost(), port(proxy, 80));
    }

    private static int port(URI proxy, int usual) {
        return proxy.getPort() < 0 ? usual : proxy.getPort();
    }

    private boolean isExempt(String host) {
        return variable("no_proxy").stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(entry -> entry.strip().replaceFirst("^\\*?\\.", ""))
                .filter(entry -> !entry.isEmpty())
                .anyMatch(e -> e.equals("*") || host.equals(e) || host.endsWith("." + e));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
                .filter(value -> !value.isBlank());
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.startsWith("127.")
                || host.equals("[::1]")
                || host.endsWith(".localhost");
    }
}
