package app.prosa.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who holds which token. */
final class FakeVisitors {
    record Visitor(String userId, String token, Instant expiresAt) {
        boolean mayCall() {
            return Instant.now().isBefore(expiresAt);
        }
    }

    private final Map<String, Visitor> byToken = new ConcurrentHashMap<>();

    Optional<Visitor> of(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> byToken.get(value.substring("Bearer ".length())));
    }

    Visitor open() {
        return token("visitor-" + UUID.randomUUID());
    }

    Visitor renew(Visitor old) {
        return token(old.userId());
    }

    private Visitor token(String user) {
        Visitor visitor =
                new Visitor(
                        user,
                        UUID.randomUUID().toString(),
                        Instant.now().plus(Duration.ofHours(1)));
        byToken.put(visitor.token(), visitor);
        return visitor;
    }

    /** Every token is too old to call with, but still good for a new one. */
    void expire() {
        byToken.replaceAll(
                (token, old) -> new Visitor(old.userId(), token, Instant.now().minusSeconds(5)));
    }

    void forget() {
        byToken.clear();
    }
}
