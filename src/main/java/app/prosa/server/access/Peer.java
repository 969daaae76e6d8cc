package app.prosa.server.access;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * From where a request comes.
 *
 * @param address the caller's, as far as it can be believed
 * @param forwarded somebody passed the request on, so that it may come from anywhere
 */
record Peer(InetAddress address, boolean forwarded) {
    private static final String FORWARDED = "X-Forwarded-";
    private static final String CLOUDFLARE = "CF-";

    static Peer of(Request request, Policy policy) {
        InetAddress direct = direct(request);
        HttpFields headers = request.getHeaders();
        if (!isForwarded(headers)) {
            return new Peer(direct, false);
        }
        return new Peer(policy.trusts(direct) ? furthest(headers, direct, policy) : direct, true);
    }

    /** Unix sockets and the like have no address; they are as far as this computer. */
    private static InetAddress direct(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress()
                        instanceof InetSocketAddress socket
                ? socket.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    private static boolean isForwarded(HttpFields headers) {
        for (HttpField field : headers) {
            HttpHeader known = field.getHeader();
            if (known == HttpHeader.FORWARDED || isForwarding(field.getName())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isForwarding(String name) {
        return name.regionMatches(true, 0, FORWARDED, 0, FORWARDED.length())
                || name.regionMatches(true, 0, CLOUDFLARE, 0, CLOUDFLARE.length())
                || name.equalsIgnoreCase("X-Real-IP");
    }

    /**
     * The last address that a trusted proxy did not have itself: what stands left of it, anybody
     * may write.
     */
    private static InetAddress furthest(HttpFields headers, InetAddress direct, Policy policy) {
        List<String> hops = headers.getCSV(HttpHeader.X_FORWARDED_FOR, false);
        InetAddress furthest = direct;
        for (String hop : hops.reversed()) {
            InetAddress address = literal(hop.strip());
            if (address == null) {
                return furthest;
            }
            furthest = address;
            if (!policy.trusts(address)) {
                return furthest;
            }
        }
        return furthest;
    }

    private static @Nullable InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
