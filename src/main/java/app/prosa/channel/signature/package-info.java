/**
 * Whether a webhook's request is from the platform. Checked on the raw bytes and in constant time,
 * before anything is parsed for its meaning; whatever a request holds, nothing here throws.
 */
@NullMarked
package app.prosa.channel.signature;

import org.jspecify.annotations.NullMarked;
