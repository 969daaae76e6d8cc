/**
 * The messages of a conversation, drawn. {@link app.prosa.desktop.transcript.TranscriptView} is the
 * door; it draws what a {@link app.prosa.desktop.transcript.TranscriptSource} holds and asks {@link
 * app.prosa.desktop.transcript.TranscriptActions} for everything that is not drawing.
 */
@NullMarked
package app.prosa.desktop.transcript;

import org.jspecify.annotations.NullMarked;
