/** Conversations and messages in an SQL database: H2 in a file, or PostgreSQL. */
@NullMarked
package app.prosa.storage;

import org.jspecify.annotations.NullMarked;
