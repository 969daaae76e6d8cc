package app.prosa.storage;

import java.util.Map;

/** The few things in which the two databases differ. */
enum Dialect {
    /** Embedded, in one file. */
    H2(
            8,
            1,
            64,
            "BLOB",
            "CLOB",
            "CAST(SUBSTRING(HASH('SHA-256', STRINGTOUTF8(channel || CHAR(10) || external_id))"
                    + " FROM 1 FOR 8) AS BIGINT)",
            "",
            "",
            "SHUTDOWN"),
    /** On a server, for when one machine is not enough. */
    POSTGRES(
            5,
            10,
            1,
            "BYTEA",
            "TEXT",
            "('x' || encode(substring(sha256(convert_to(channel || chr(10) || external_id, 'UTF8'))"
                    + " FROM 1 FOR 8), 'hex'))::bit(64)::bigint",
            " FOR UPDATE",
            "SELECT nextval('conversation_number')",
            "");

    private final int readers;
    private final int writers;
    private final int group;
    private final String bytes;
    private final String longText;
    private final String nameHash;
    private final String lock;
    private final String nextNumber;
    private final String shutdown;

    Dialect(
            int readers,
            int writers,
            int group,
            String bytes,
            String longText,
            String nameHash,
            String lock,
            String nextNumber,
            String shutdown) {
        this.readers = readers;
        this.writers = writers;
        this.group = group;
        this.bytes = bytes;
        this.longText = longText;
        this.nameHash = nameHash;
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
        return Map.of("bytes", bytes, "long_text", longText, "name_hash", nameHash);
    }

    /** What a query ends with that locks its rows; empty where there is one writer. */
    String lock() {
        return lock;
    }

    /** The query for the number of a new conversation; empty where one program counts. */
    String nextNumber() {
        return nextNumber;
    }

    /** What closes the database, or empty when it is not ours to close. */
    String shutdown() {
        return shutdown;
    }
}
