/** The chat page: header, transcript, composer, inspector. */
@NullMarked
package app.prosa.desktop.chat;

import org.jspecify.annotations.NullMarked;
