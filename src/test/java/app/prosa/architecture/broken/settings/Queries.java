package app.prosa.architecture.broken.settings;

import java.sql.Connection;

/** Wrong on purpose. */
record Queries(Connection connection) {}
