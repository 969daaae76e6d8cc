package app.prosa;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asked for.
 *
 * @param data the folder that everything is kept in, or null for {@code PROSA_DATA_DIR} and, where
 *     that is not set either, the usual folder of the system
 * @param port where the hub listens, or null for {@code PORT} and the settings
 * @param jsonLog whether the hub logs for programs instead of people
 * @param scene what is simulated, where something is
 */
record Options(@Nullable Path data, @Nullable Integer port, boolean jsonLog, Scene scene) {
    static final Options NONE = new Options(null, null, false);

    Options(@Nullable Path data, @Nullable Integer port, boolean jsonLog) {
        this(data, port, jsonLog, Scene.USUAL);
    }
}
