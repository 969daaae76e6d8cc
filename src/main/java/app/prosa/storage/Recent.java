package app.prosa.storage;

/** What is remembered of the messages that came last. */
record Recent(Contexts contexts, Repeats repeats) {
    Recent() {
        this(new Contexts(), new Repeats());
    }

    /** Something was done to messages that none of them was told. */
    void forget() {
        contexts.forget();
        repeats.forget();
    }
}
