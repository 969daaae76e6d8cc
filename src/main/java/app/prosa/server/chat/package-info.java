/** Messages in, answers out: /api/chat and a conversation's history. */
@NullMarked
package app.prosa.server.chat;

import org.jspecify.annotations.NullMarked;
