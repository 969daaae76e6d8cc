/** What the stand-ins of other people's servers have in common: plain HTTP/1.1, and trouble. */
@NullMarked
package app.prosa.testing.http;

import org.jspecify.annotations.NullMarked;
