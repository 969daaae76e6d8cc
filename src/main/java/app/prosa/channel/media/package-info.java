/** What came besides text: what it is called, and what becomes of what nobody can take in. */
@NullMarked
package app.prosa.channel.media;

import org.jspecify.annotations.NullMarked;
