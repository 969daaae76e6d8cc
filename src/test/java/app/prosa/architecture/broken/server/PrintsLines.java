package app.prosa.architecture.broken.server;

/** Wrong on purpose. */
public record PrintsLines(String line) {
    void print() {
        System.out.println(line);
    }
}
