package app.prosa.server.access;

import app.prosa.server.http.ApiError;
import app.prosa.server.http.Exchange;
import app.prosa.server.http.Refusal;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;

/**
 * Which web pages may call (the fetch standard's CORS protocol). No cookies are involved, so pages
 * get no credentials; what they send they send themselves.
 */
final class Origins {
    private static final HttpField VARY =
            new PreEncodedHttpField(HttpHeader.VARY, HttpHeader.ORIGIN.asString());
    private static final HttpField METHODS =
            new PreEncodedHttpField(
                    HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PATCH, PUT, DELETE");
    private static final HttpField HEADERS =
            new PreEncodedHttpField(
                    HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS,
                    "Authorization, Content-Type, Accept, Accept-Language, Last-Event-ID");
    private static final HttpField MAX_AGE =
            new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_MAX_AGE, "600");
    private static final HttpField EXPOSED =
            new PreEncodedHttpField(
                    HttpHeader.ACCESS_CONTROL_EXPOSE_HEADERS, HttpHeader.RETRY_AFTER.asString());
    private static final String PRIVATE_NETWORK = "Access-Control-Request-Private-Network";

    private Origins() {}

    /**
     * @return false if it was a preflight, which is answered now
     */
    static boolean admit(Exchange exchange, Policy policy, @Nullable String host, boolean strict) {
        String origin = exchange.header(HttpHeader.ORIGIN);
        if (origin == null) {
            refuseHidden(exchange);
            return true;
        }
        boolean own = isOwn(origin, policy, host, strict);
        if (!own && !policy.origins().contains(origin)) {
            throw new Refusal(ApiError.ORIGIN_NOT_ALLOWED);
        }
        if (own) {
            return true;
        }
        HttpFields.Mutable headers = exchange.response().getHeaders();
        headers.add(VARY);
        headers.put(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        if (!isPreflight(exchange)) {
            headers.put(EXPOSED);
            return true;
        }
        headers.put(METHODS);
        headers.put(HEADERS);
        headers.put(MAX_AGE);
        if (exchange.header(PRIVATE_NETWORK) != null) {
            headers.put("Access-Control-Allow-Private-Network", "true");
        }
        exchange.empty(204);
        return false;
    }

    /**
     * The hub's own pages. A name that leads here is not proof enough: whoever owns the name
     * decides where it leads, and could have a page of theirs pass for ours. Addresses and this
     * computer's own names are, and the name that the operator gave as the public address.
     */
    private static boolean isOwn(
            String origin, Policy policy, @Nullable String host, boolean strict) {
        if (policy.publicOrigin().filter(own -> own.text().equals(origin)).isPresent()) {
            return true;
        }
        int name = origin.indexOf("://") + 3;
        boolean same =
                host != null
                        && name > 2
                        && origin.length() - name == host.length()
                        && origin.regionMatches(true, name, host, 0, host.length());
        return same
                && host != null
                && (!strict || HostNames.isLoopback(host) || HostNames.isAddress(host));
    }

    /** A page elsewhere that does not say where it comes from, such as by an image's address. */
    private static void refuseHidden(Exchange exchange) {
        String site = exchange.header("Sec-Fetch-Site");
        String path = exchange.path();
        if ("cross-site".equals(site) && (path.startsWith("/api/") || path.startsWith("/v1/"))) {
            throw new Refusal(ApiError.ORIGIN_NOT_ALLOWED);
        }
    }

    private static boolean isPreflight(Exchange exchange) {
        return exchange.method().equals("OPTIONS")
                && exchange.header(HttpHeader.ACCESS_CONTROL_REQUEST_METHOD) != null;
    }
}
