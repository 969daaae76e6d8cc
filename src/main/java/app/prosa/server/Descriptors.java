package app.prosa.server;

import app.prosa.settings.hub.HubSettings.Limits;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many answers may be waited for at once. */
final class Descriptors {
    /** An answer in flight holds two: the caller's connection and the model's. */
    private static final int EACH = 2;

    /** For the database, the program itself, and those who are told to come again. */
    private static final int OTHERS = 600;

    private static final int LEAST = 64;
    private static final int MOST = 10_000;

    private Descriptors() {}

    /** What the operator chose, or what the system's limit on open files allows. */
    static int mostInFlight(Limits limits) {
        return limits.inFlight() > 0 ? limits.inFlight() : bySystem();
    }

    private static int bySystem() {
        if (ManagementFactory.getOperatingSystemMXBean()
                instanceof UnixOperatingSystemMXBean unix) {
            long room = (unix.getMaxFileDescriptorCount() - OTHERS) / EACH;
            return Math.clamp(room, LEAST, MOST);
        }
        return MOST;
    }
}
