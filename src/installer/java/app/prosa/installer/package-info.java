/**
 * Makes the installers from the packaged folder, the same way on each system: {@code ./mvnw
 * -Pinstaller} or {@code installer/build.sh}. Needs nothing but the JDK's own tools, and what they
 * call for the system's own kind of package.
 */
@NullMarked
package app.prosa.installer;

import org.jspecify.annotations.NullMarked;
