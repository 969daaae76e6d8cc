@NullMarked
package app.prosa.server.access;

import org.jspecify.annotations.NullMarked;
