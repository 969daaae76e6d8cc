/**
 * A small house in which everything is wrong: each class breaks one rule of {@link
 * app.prosa.architecture.Rules} on purpose, which proves that the rule would notice.
 */
@NullMarked
package app.prosa.architecture.broken;

import org.jspecify.annotations.NullMarked;
