package app.prosa.server.access;

import app.prosa.server.channels.WebhookRoutes;
import app.prosa.server.http.ApiError;
import app.prosa.server.http.Caller;
import app.prosa.server.http.Exchange;
import app.prosa.server.http.Refusal;
import app.prosa.server.http.Route.Audience;
import app.prosa.settings.hub.ApiKey.Scope;
import app.prosa.settings.hub.HubSettings;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Decides about each request: whether it comes the way it should, who sent it, and whether they
 * may.
 *
 * <p>On this computer alone nobody needs a key. But a web page that is open in a browser here is
 * not this computer's own: it is known by its origin, and one that hides behind a name of its own
 * by the host. Once others can reach the hub, being local proves nothing.
 */
public final class Access {
    private static final String BEARER = "Bearer ";

    private final VisitorTokens tokens;
    private final Optional<String> environmentKey;
    private final Buckets addresses;
    private final Buckets keys;
    private final Buckets users;
    private volatile Policy policy;

    /**
     * @param environmentKey what PROSA_API_KEY says
     * @param clock nanoseconds, as {@link System#nanoTime}
     */
    public Access(
            HubSettings settings,
            Optional<String> environmentKey,
            VisitorTokens tokens,
            LongSupplier clock) {
        this.environmentKey = environmentKey;
        this.tokens = tokens;
        this.addresses = new Buckets(clock);
        this.keys = new Buckets(clock);
        this.users = new Buckets(clock);
        this.policy = Policy.of(settings, environmentKey);
    }

    /** From now on these hold. */
    public void change(HubSettings settings) {
        policy = Policy.of(settings, environmentKey);
    }

    /** Whether a caller may go on with what they began: a key that was revoked ends its streams. */
    public boolean stillKnows(Caller caller) {
        return policy.stillKnows(caller);
    }

    /** Whether there is any key, without which the hub shows itself to this computer only. */
    public boolean hasKeys() {
        return !policy.keys().isEmpty();
    }

    /**
     * The first look, before anything is known of the route. Answers preflights itself.
     *
     * @return false if it has answered
     * @throws Refusal HOST_NOT_ALLOWED, ORIGIN_NOT_ALLOWED or RATE_LIMITED
     */
    public boolean admit(Exchange exchange) {
        Policy now = policy;
        Peer peer = Peer.of(exchange.request(), now);
        boolean strict = now.exposed() || peer.forwarded();
        String host = exchange.header(HttpHeader.HOST);
        if (!strict && !HostNames.isLoopback(host)) {
            throw new Refusal(ApiError.HOST_NOT_ALLOWED);
        }
        exchange.from(peer.address().getHostAddress(), strict);
        boolean goesOn = Origins.admit(exchange, now, host, strict);
        boolean counted = !WebhookRoutes.isSigned(exchange.path()); // platforms call in bursts
        boolean remote = peer.forwarded() || !peer.address().isLoopbackAddress();
        if (now.limits().on() && counted && remote) {
            take(addresses, exchange.address(), now.limits().perAddress());
        }
        return goesOn;
    }

    /**
     * Finds out who asks, and whether the route is for them.
     *
     * @throws Refusal a 401, 403 or 429
     */
    public void authorize(Exchange exchange, Audience audience) {
        if (audience == Audience.EVERYBODY) {
            return;
        }
        Policy now = policy;
        Caller caller = identify(exchange, now);
        exchange.caller(caller);
        if (caller instanceof Caller.Stranger) {
            throw new Refusal(ApiError.KEY_REQUIRED);
        }
        boolean operator =
                switch (caller) {
                    case Caller.Local local -> true;
                    case Caller.KeyHolder holder -> holder.scope() == Scope.OPERATOR;
                    case Caller.Visitor visitor -> false;
                    case Caller.Stranger stranger -> false;
                };
        if (audience == Audience.OPERATORS && !operator) {
            throw new Refusal(ApiError.FORBIDDEN);
        }
        if (now.limits().on() && caller instanceof Caller.KeyHolder holder) {
            take(keys, holder.keyId(), now.limits().perKey());
        }
    }

    /**
     * Counts a message of a user.
     *
     * @throws Refusal RATE_LIMITED
     */
    public void countMessage(Exchange exchange, String channel, String userId) {
        Policy now = policy;
        if (now.limits().on() && !(exchange.caller() instanceof Caller.Local)) {
            take(users, channel + "/" + userId, now.limits().perUser());
        }
    }

    private Caller identify(Exchange exchange, Policy now) {
        boolean strict = exchange.strict();
        Caller nobody = strict ? new Caller.Stranger() : new Caller.Local();
        String credential = bearer(exchange);
        if (credential == null) {
            return nobody;
        }
        Caller holder = now.keyHolder(credential);
        if (holder != null) {
            return holder;
        }
        if (VisitorTokens.looksLikeOne(credential)) {
            return new Caller.Visitor(tokens.verify(credential));
        }
        // Clients that cannot do without a key may show any where none is needed and there is none.
        if (!strict && now.keys().isEmpty()) {
            return nobody;
        }
        throw new Refusal(ApiError.INVALID_KEY);
    }

    static @Nullable String bearer(Exchange exchange) {
        HttpField field = exchange.request().getHeaders().getField(HttpHeader.AUTHORIZATION);
        String value = field == null ? null : field.getValue();
        return value != null && value.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? value.substring(BEARER.length()).strip()
                : null;
    }

    private static void take(Buckets buckets, String who, int perMinute) {
        int wait = buckets.take(who, perMinute);
        if (wait > 0) {
            throw new Refusal(ApiError.RATE_LIMITED, wait).retryAfter(wait);
        }
    }
}
