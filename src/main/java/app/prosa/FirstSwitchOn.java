package app.prosa;

import app.prosa.settings.LiveSettings;
import app.prosa.settings.channels.ChannelField;
import app.prosa.settings.channels.ChannelRules;
import app.prosa.settings.channels.ChannelsSettings;
import app.prosa.settings.channels.Door;
import app.prosa.settings.channels.Platform;
import java.time.Clock;
import java.util.List;

/**
 * Channels that the environment switches on count from the start that first saw them on, as those
 * that the operator switches on do from then: what was written before is not answered unasked.
 */
record FirstSwitchOn(LiveSettings settings, Clock clock) {

    /** Where there is a window. */
    void note() {
        note(false);
    }

    /**
     * Where there is no window to let anybody in by, and nobody has chosen a door in one or by a
     * variable: the door is open.
     */
    void noteAndOpenDoors() {
        note(true);
    }

    private void note(boolean open) {
        ChannelsSettings now = settings.current().channels();
        List<Platform> fresh =
                now.enabled().stream().filter(p -> now.rules(p).since() == null).toList();
        if (!fresh.isEmpty()) {
            settings.update(all -> all.with(noted(all.channels(), fresh, open)));
        }
    }

    private ChannelsSettings noted(ChannelsSettings stored, List<Platform> fresh, boolean open) {
        ChannelsSettings noted = stored;
        for (Platform platform : fresh) {
            ChannelRules rules = noted.rules(platform).withSince(clock.instant());
            noted =
                    noted.withRules(
                            platform,
                            open && doorIsFree(platform) ? rules.withDoor(Door.EVERYONE) : rules);
        }
        return noted;
    }

    private boolean doorIsFree(Platform platform) {
        return !settings.overrides(platform).containsKey(ChannelField.DOOR);
    }
}
