package app.prosa;

/**
 * The threads of the operating system that virtual threads run on: by default one for each
 * processor. A carrier first does what the virtual threads on it have woken, and only when nothing
 * of that is left what others have: Jetty's selector, a timer, the database's writer. In a burst
 * there is always something left, and a few of the many wait for hundreds of milliseconds. With
 * more carriers the system sees to it that each gets on.
 *
 * <p>Source: {@code Thread}, "Virtual threads", and its property {@code
 * jdk.virtualThreadScheduler.parallelism}.
 */
final class Carriers {
    private static final String PROPERTY = "jdk.virtualThreadScheduler.parallelism";
    private static final int LEAST = 16;

    private Carriers() {}

    /** To be called before there is a virtual thread. */
    static void provide() {
        if (Runtime.getRuntime().availableProcessors() < LEAST
                && System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, Integer.toString(LEAST));
        }
    }
}
