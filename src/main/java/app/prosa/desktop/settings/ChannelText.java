package app.prosa.desktop.settings;

import app.prosa.settings.channels.ChannelField;
import app.prosa.settings.channels.ChannelsSettings;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A setting of one channel that is typed.
 *
 * @param label names the text that it is called by
 * @param hint names the line under it
 * @param example what such a value looks like; the same in every language
 * @param read what is stored of something typed, or empty if it cannot be used
 * @param problem names what is said then
 */
record ChannelText(
        ChannelField field,
        String label,
        String hint,
        String example,
        Function<ChannelsSettings, String> get,
        BiFunction<ChannelsSettings, String, ChannelsSettings> with,
        Function<String, Optional<String>> read,
        String problem) {}
