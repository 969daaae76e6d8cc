@NullMarked
package app.prosa.channel.outbound;

import org.jspecify.annotations.NullMarked;
