package app.prosa;

/** For whom the hub logs. */
enum LogFormat {
    /** Lines for people. */
    TEXT,
    /** An object on each line, for programs. */
    JSON
}
