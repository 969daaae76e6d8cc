package app.prosa.desktop.firstrun;

import app.prosa.settings.Preset;
import java.util.List;

/** What shall answer. */
sealed interface Brain {
    /** Nothing is chosen yet. */
    record None() implements Brain {}

    /** A program on this computer, which was found with these models. */
    record Local(Preset preset, List<String> models) implements Brain {}

    /** A provider that takes a key. */
    record WithKey() implements Brain {}

    record Demo() implements Brain {}
}
