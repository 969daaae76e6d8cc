/**
 * How platforms are called: bounded in time and size, without redirects, and so that it is known
 * whether a request that failed may have arrived.
 */
@NullMarked
package app.prosa.channel.http;

import org.jspecify.annotations.NullMarked;
