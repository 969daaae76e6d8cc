package app.prosa.server.http;

import app.prosa.settings.hub.ApiKey;

/** Who asks. */
public sealed interface Caller {

    /** A program or page on this computer, where none needs a key. */
    record Local() implements Caller {}

    /** Whoever holds a key that the operator gave out. */
    record KeyHolder(String keyId, String name, ApiKey.Scope scope) implements Caller {

        /** Whatever it is called now. */
        public boolean isSameKeyAs(KeyHolder other) {
            return keyId.equals(other.keyId) && scope == other.scope;
        }
    }

    /** A visitor of the web page, who is this user of the channel {@code web} and nobody else. */
    record Visitor(String userId) implements Caller {}

    /** Somebody who showed nothing. */
    record Stranger() implements Caller {}
}
