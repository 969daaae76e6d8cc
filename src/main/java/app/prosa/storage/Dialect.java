package app.prosa.storage;

import java.util.Map;

/** The few things in which the two databases differ. */
enum Dialect {
    /** Embedded, in one file. */
    H2(8, "BLOB", "CLOB", "CHECKPOINT", "SHUTDOWN"),
    /** On a server, for when one machine is not enough. */
    POSTGRES(10, "BYTEA", "TEXT", "", "");

    private final int connections;
    private final String bytes;
    private final String longText;
    private final String afterCommit;
    private final String shutdown;

    Dialect(int connections, String bytes, String longText, String afterCommit, String shutdown) {
        this.connections = connections;
        this.bytes = bytes;
        this.longText = longText;
        this.afterCommit = afterCommit;
        this.shutdown = shutdown;
    }

    int connections() {
        return connections;
    }

    /** The placeholders of the migrations. */
    Map<String, String> types() {
        return Map.of("bytes", bytes, "long_text", longText);
    }

    /** What makes a commit durable, or empty when it is already; see {@link H2File}. */
    String afterCommit() {
        return afterCommit;
    }

    /** What closes the database, or empty when it is not ours to close. */
    String shutdown() {
        return shutdown;
    }
}
