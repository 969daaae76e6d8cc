package app.prosa;

import app.prosa.settings.channels.Platform;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code prosa simulate} plays.
 *
 * @param replay a file with what a platform once posted, or null for a customer who is typed
 */
record Scene(Platform channel, @Nullable Path replay) {
    static final List<Platform> CHANNELS =
            List.of(Platform.TELEGRAM, Platform.WHATSAPP, Platform.INSTAGRAM, Platform.MESSENGER);

    static final Scene USUAL = new Scene(Platform.WHATSAPP, null);
}
