package app.prosa.settings.hub;

import app.prosa.settings.Texts;
import java.util.Locale;

/**
 * Why the hub cannot start.
 *
 * @param detail the address, port or file that it is about
 * @param nextFree for a port in use, the next one that is not, or 0 if none was found
 */
public record HubProblem(Kind kind, String detail, int nextFree) {

    /** The causes. */
    public enum Kind {
        /** Another program listens on the port. */
        PORT_IN_USE,
        /** The system lets only its administrator listen on the port. */
        PORT_FORBIDDEN,
        /** This computer has no such address. */
        NO_SUCH_ADDRESS,
        /**
         * Whoever reaches this computer could use the hub: an address that is not loopback needs a
         * key.
         */
        NO_KEY,
        /** There is no such keystore, or it cannot be read. */
        KEYSTORE_MISSING,
        /** The keystore's password is missing or wrong, or it is no PKCS12 file. */
        KEYSTORE_LOCKED,
        /** Anything else; the log says more. */
        UNEXPECTED
    }

    /** What is wrong, and what to do. */
    public String sentence(Texts texts) {
        String key = "hub.problem." + kind.name().toLowerCase(Locale.ROOT);
        return texts.get(key, detail, nextFree);
    }
}
