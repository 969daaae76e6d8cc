/**
 * The door for clients of the OpenAI API: the operator's models, with the hub's keys and limits.
 */
@NullMarked
package app.prosa.server.openai;

import org.jspecify.annotations.NullMarked;
