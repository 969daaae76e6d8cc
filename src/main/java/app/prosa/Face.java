package app.prosa;

/** One way to run the program: in a window, or as a hub without one. */
@FunctionalInterface
interface Face {
    /**
     * Runs until the person ends it.
     *
     * @return the exit code
     */
    int run(Options options);
}
