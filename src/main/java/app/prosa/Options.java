package app.prosa;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asked for.
 *
 * @param data the folder that everything is kept in, or null for {@code PROSA_DATA_DIR} and, where
 *     that is not set either, the usual folder of the system
 */
record Options(@Nullable Path data) {
    static final Options NONE = new Options(null);
}
