/** The chat page and the widget: their modules in Node, the whole of them in a real browser. */
@NullMarked
package app.prosa.web;

import org.jspecify.annotations.NullMarked;
