package app.prosa.storage;

/** Hands on what the front asks for. */
record Followed(Writers writers, SeenBefore before) implements Ahead.Followers {
    @Override
    public void soon() {
        writers.followSoon();
    }

    @Override
    public void now() {
        writers.followNow();
    }

    @Override
    public void look() {
        before.look();
    }
}
