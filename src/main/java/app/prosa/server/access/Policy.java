package app.prosa.server.access;

import app.prosa.server.http.Caller;
import app.prosa.server.http.Caller.KeyHolder;
import app.prosa.settings.hub.ApiKey;
import app.prosa.settings.hub.HubSettings;
import app.prosa.settings.hub.HubSettings.Limits;
import app.prosa.settings.hub.Network;
import app.prosa.settings.hub.NewKey;
import app.prosa.settings.hub.Origin;
import java.net.InetAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what at this moment: the settings, made ready for being asked with every request.
 *
 * @param exposed others than this computer reach the hub, so that being local proves nothing
 * @param publicOrigin what pages at the public address come from
 * @param origins the pages elsewhere that may call
 * @param keys by their hash
 */
record Policy(
        boolean exposed,
        Optional<Origin> publicOrigin,
        Set<String> origins,
        List<Network> proxies,
        Map<String, KeyHolder> keys,
        Limits limits) {

    /** The key that PROSA_API_KEY holds is as one of those stored. */
    private static final String FROM_ENVIRONMENT = "environment";

    static Policy of(HubSettings settings, Optional<String> environmentKey) {
        Optional<Origin> publicOrigin = originOf(settings.publicUrl());
        return new Policy(
                !settings.publicUrl().isBlank() || !isLoopback(settings.bind()),
                publicOrigin,
                origins(settings),
                settings.trustedProxies().stream()
                        .flatMap(word -> Network.parse(word).stream())
                        .toList(),
                keys(settings, environmentKey),
                settings.limits());
    }

    private static Set<String> origins(HubSettings settings) {
        Set<String> origins = new HashSet<>();
        for (String word : settings.origins()) {
            Origin.parse(word).ifPresent(origin -> origins.add(origin.text()));
        }
        return Set.copyOf(origins);
    }

    private static Map<String, KeyHolder> keys(
            HubSettings settings, Optional<String> environmentKey) {
        Map<String, KeyHolder> keys = new HashMap<>();
        for (ApiKey key : settings.keys()) {
            keys.put(key.sha256(), new KeyHolder(key.id(), key.name(), key.scope()));
        }
        environmentKey.ifPresent(key ->
                keys.put(
                        NewKey.hash(key),
                        new KeyHolder(FROM_ENVIRONMENT, FROM_ENVIRONMENT, ApiKey.Scope.OPERATOR)));
        return Map.copyOf(keys);
    }

    private static Optional<Origin> originOf(String address) {
        try {
            return address.isBlank() ? Optional.empty() : Origin.of(URI.create(address.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static boolean isLoopback(String bind) {
        return Network.parse(bind)
                .map(Network::address)
                .filter(InetAddress::isLoopbackAddress)
                .isPresent();
    }

    @Nullable KeyHolder keyHolder(String key) {
        // By the hash, so that the time it takes tells nothing about the keys there are.
        return keys.get(NewKey.hash(key));
    }

    /** Whether this caller is who they were when they came. */
    boolean stillKnows(Caller caller) {
        return switch (caller) {
            case KeyHolder holder -> keys.values().stream().anyMatch(holder::isSameKeyAs);
            case Caller.Local local -> !exposed;
            case Caller.Visitor visitor -> true;
            case Caller.Stranger stranger -> true;
        };
    }

    boolean trusts(InetAddress peer) {
        for (Network proxy : proxies) {
            if (proxy.contains(peer)) {
                return true;
            }
        }
        return false;
    }
}
