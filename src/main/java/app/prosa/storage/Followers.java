package app.prosa.storage;

/** Whom {@link Ahead} asks for what it does not do itself; none of it waits. */
interface Followers {
    /** The tables have come to be behind; said more than once. */
    void soon();

    /** They are far behind. */
    void now();

    /** It would be good to know who has been here, see {@link Ahead#seen}; said more than once. */
    void look();

    Followers NONE =
            new Followers() {
                @Override
                public void soon() {}

                @Override
                public void now() {}

                @Override
                public void look() {}
            };
}
