package app.prosa.desktop.settings;

import app.prosa.settings.hub.HubSettings;

/** Who shall reach the hub, in the words of a person who never heard of binding. */
enum Reach {
    THIS_COMPUTER,
    NETWORK,
    /** One address that the operator names. */
    ADDRESS;

    static Reach of(HubSettings settings) {
        return switch (settings.bind()) {
            case HubSettings.LOOPBACK -> THIS_COMPUTER;
            case HubSettings.EVERYWHERE -> NETWORK;
            default -> ADDRESS;
        };
    }
}
