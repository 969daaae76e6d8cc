@NullMarked
package app.prosa.channel.inbound;

import org.jspecify.annotations.NullMarked;
