package app.prosa.desktop.settings;

import app.prosa.desktop.channels.ChannelWatch;
import app.prosa.settings.Overridable;
import app.prosa.settings.Preset;
import app.prosa.settings.Settings;
import app.prosa.settings.Texts;
import app.prosa.settings.channels.ChannelRules;
import app.prosa.settings.channels.ChannelsSettings;
import app.prosa.settings.channels.Platform;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.StringProperty;

/** All channels, and the switch that silences them. */
final class ChannelsViewModel implements Section {
    private static final BaseUrl NO_ADDRESS = new BaseUrl.Valid("", "", false);

    private final SettingsDesk desk;
    private final Texts texts;
    private final Undoable undoable;
    private final ChannelWatch watch;
    private final Slice<ChannelsSettings> settings;
    private final List<ChannelViewModel> channels;

    ChannelsViewModel(ChannelTools tools) {
        this.desk = tools.desk();
        this.texts = tools.texts();
        this.undoable = tools.undoable();
        this.watch = new ChannelWatch(tools.control(), tools.ui());
        this.settings = new Slice<>(tools.desk(), Settings::channels, Settings::with);
        this.channels =
                Arrays.stream(Platform.values())
                        .map(p -> new ChannelViewModel(p, tools, settings, watch.seen(p)))
                        .toList();
    }

    List<ChannelViewModel> channels() {
        return channels;
    }

    ReadOnlyObjectProperty<ChannelsSettings> settings() {
        return settings.valueProperty();
    }

    void setPaused(boolean paused) {
        settings.change(all -> all.withPaused(paused));
    }

    void setTranscriptionModel(String typed) {
        settings.change(all -> all.with(all.transcription().withModel(typed)));
    }

    /**
     * @param problem what is wrong with it; it is not taken then
     */
    void setTranscriptionAddress(String typed, StringProperty problem) {
        switch (typed.isBlank() ? NO_ADDRESS : BaseUrl.of(Preset.CUSTOM, typed)) {
            case BaseUrl.Valid valid -> {
                problem.set("");
                settings.change(all -> all.with(all.transcription().withBaseUrl(valid.baseUrl())));
            }
            case BaseUrl.Invalid invalid -> problem.set(texts.get(invalid.key()));
        }
    }

    Optional<String> fixedBy(Overridable setting) {
        return desk.fixedBy(setting);
    }

    /** The place of the secrets has changed. */
    void lookForSecrets() {
        channels.forEach(ChannelViewModel::lookForSecrets);
    }

    /**
     * How they answer is put back. What is on, who may talk and whose account it is stays: a reset
     * lets nobody in.
     */
    @Override
    public void reset() {
        undoable.change(settings, ChannelsViewModel::asAtFirst, "settings.channels.wasReset");
    }

    private static ChannelsSettings asAtFirst(ChannelsSettings now) {
        ChannelsSettings first = now.withPaused(false);
        for (Platform platform : Platform.values()) {
            ChannelRules rules = ChannelsSettings.DEFAULT.rules(platform);
            first = first.withRules(platform, rules.withDoorAndSwitchOf(now.rules(platform)));
        }
        return first;
    }

    @Override
    public void close() {
        channels.forEach(ChannelViewModel::close);
        watch.close();
        settings.close();
    }
}
