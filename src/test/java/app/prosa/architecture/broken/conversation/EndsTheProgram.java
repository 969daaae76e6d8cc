package app.prosa.architecture.broken.conversation;

/** Wrong on purpose. */
final class EndsTheProgram {
    void end() {
        System.exit(1);
    }
}
