/**
 * The measurements. Each class named {@code …Bench} with a {@code main} is one program that prints
 * its figures; {@code ./mvnw -Pbench} runs all of them, {@code -Dbench=Name} one.
 */
@NullMarked
package app.prosa.bench;

import org.jspecify.annotations.NullMarked;
