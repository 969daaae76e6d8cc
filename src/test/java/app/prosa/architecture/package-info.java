/** What may import what, as tests. */
@NullMarked
package app.prosa.architecture;

import org.jspecify.annotations.NullMarked;
