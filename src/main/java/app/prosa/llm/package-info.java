/** The models that answer: any OpenAI-compatible server, and the offline demo. */
@NullMarked
package app.prosa.llm;

import org.jspecify.annotations.NullMarked;
