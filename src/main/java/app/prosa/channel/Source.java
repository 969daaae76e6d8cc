package app.prosa.channel;

/** What fetches news from a platform that does not bring them. Runs until it is closed. */
public interface Source extends AutoCloseable {

    /** Begins. Returns at once. */
    void begin(Intake intake, Watcher watcher);

    /** Hears how fetching goes. */
    interface Watcher {
        /** It works, again. */
        void fine();

        /** It does not work, and is tried again. */
        void troubled(Trouble trouble, String said);

        /** It will not work before the operator has put something right. Nothing is tried again. */
        void broken(Refusal.FixMe refusal);
    }

    /** What stands in the way. */
    enum Trouble {
        NETWORK,
        SERVER,
        SLOW_DOWN,
        OTHER_POLLER,
        WEBHOOK_SET,
        STORE
    }

    /** Ends whoever else has the news. */
    void takeOver();

    @Override
    void close();

    /** For platforms that bring their news. */
    Source NONE =
            new Source() {
                @Override
                public void begin(Intake intake, Watcher watcher) {}

                @Override
                public void takeOver() {}

                @Override
                public void close() {}
            };
}
