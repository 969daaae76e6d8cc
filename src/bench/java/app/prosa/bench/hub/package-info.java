/** What the benchmarks of the hub start beside it. */
@NullMarked
package app.prosa.bench.hub;

import org.jspecify.annotations.NullMarked;
