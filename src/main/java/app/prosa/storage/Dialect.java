package app.prosa.storage;

import java.util.Map;

/** The few things in which the two databases differ. */
enum Dialect {
    /** Embedded, in one file. */
    H2(8, 1, 64, "BLOB", "CLOB", "", "SELECT NEXT VALUE FOR conversation_number", "SHUTDOWN"),
    /** On a server, for when one machine is not enough. */
    POSTGRES(5, 10, 1, "BYTEA", "TEXT", " FOR UPDATE", "SELECT nextval('conversation_number')", "");

    private final int readers;
    private final int writers;
    private final int group;
    private final String bytes;
    private final String longText;
    private final String lock;
    private final String nextNumber;
    private final String shutdown;

    Dialect(
            int readers,
            int writers,
            int group,
            String bytes,
            String longText,
            String lock,
            String nextNumber,
            String shutdown) {
        this.readers = readers;
        this.writers = writers;
        this.group = group;
        this.bytes = bytes;
        this.longText = longText;
        this.lock = lock;
        this.nextNumber = nextNumber;
        this.shutdown = shutdown;
    }

    /** How many read at a time. */
    int readers() {
        return readers;
    }

    /** How many write at a time; for the file it must be one, see {@link Writers}. */
    int writers() {
        return writers;
    }

    /** How many changes that wait may share a commit. */
    int group() {
        return group;
    }

    /** The placeholders of the migrations. */
    Map<String, String> types() {
        return Map.of("bytes", bytes, "long_text", longText);
    }

    /** What a query ends with that locks its rows; empty where there is one writer. */
    String lock() {
        return lock;
    }

    /** The query for the number of a new conversation. */
    String nextNumber() {
        return nextNumber;
    }

    /** What closes the database, or empty when it is not ours to close. */
    String shutdown() {
        return shutdown;
    }
}
