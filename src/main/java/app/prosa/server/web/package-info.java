/** The chat page, the widget and what they ask of the hub. */
@NullMarked
package app.prosa.server.web;

import org.jspecify.annotations.NullMarked;
