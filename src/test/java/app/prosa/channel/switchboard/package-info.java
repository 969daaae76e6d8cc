@NullMarked
package app.prosa.channel.switchboard;

import org.jspecify.annotations.NullMarked;
