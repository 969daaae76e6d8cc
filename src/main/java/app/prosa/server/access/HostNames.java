package app.prosa.server.access;

import app.prosa.settings.hub.Network;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands in {@code Host} and behind a scheme: a name or an address, perhaps a port. */
final class HostNames {
    private HostNames() {}

    /** Whether it names this computer, whoever is asked for addresses. */
    static boolean isLoopback(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = withoutPort(host);
        return name.equalsIgnoreCase("localhost")
                || name.equals("127.0.0.1")
                || address(name).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    /** Whether no name server has a word in where it leads. */
    static boolean isAddress(String host) {
        return address(withoutPort(host)).isPresent();
    }

    private static Optional<InetAddress> address(String name) {
        boolean bracketed = name.startsWith("[") && name.endsWith("]");
        String bare = bracketed ? name.substring(1, name.length() - 1) : name;
        boolean looksLikeOne =
                bracketed || (!bare.isEmpty() && Character.isDigit(bare.charAt(bare.length() - 1)));
        return looksLikeOne && bare.indexOf('/') < 0
                ? Network.parse(bare).map(Network::address)
                : Optional.empty();
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}
