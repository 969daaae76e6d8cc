package app.prosa.desktop.hub;

import app.prosa.settings.Texts;
import app.prosa.settings.hub.Exposure;
import app.prosa.settings.hub.HubState;
import java.net.URI;
import java.util.Locale;

/** What there is to say about the state of the hub, in the reader's language. */
public record HubWords(Texts texts) {

    /** For the status bar. */
    public String brief(HubState state) {
        return switch (state) {
            case HubState.Off() -> texts.get("hub.brief.off");
            case HubState.Starting() -> texts.get("hub.brief.starting");
            case HubState.On on -> texts.get("hub.brief.on", plain(on.address()));
            case HubState.Stopping() -> texts.get("hub.brief.stopping");
            case HubState.Failed _ -> texts.get("hub.brief.failed");
        };
    }

    public String headline(HubState state) {
        return switch (state) {
            case HubState.Off() -> texts.get("hub.state.off");
            case HubState.Starting() -> texts.get("hub.state.starting");
            case HubState.On _ -> texts.get("hub.state.on");
            case HubState.Stopping() -> texts.get("hub.state.stopping");
            case HubState.Failed _ -> texts.get("hub.state.failed");
        };
    }

    /** What it means: who can reach it, or why nobody can. */
    public String sentence(HubState state) {
        return switch (state) {
            case HubState.Off() -> texts.get("hub.state.off.what");
            case HubState.Starting() -> texts.get("hub.state.starting.what");
            case HubState.On on -> exposure(on.exposure());
            case HubState.Stopping() -> texts.get("hub.state.stopping.what");
            case HubState.Failed failed -> failed.problem().sentence(texts);
        };
    }

    private String exposure(Exposure exposure) {
        return texts.get("hub.exposure." + exposure.name().toLowerCase(Locale.ROOT));
    }

    /** Without the slash at the end. */
    public static String plain(URI address) {
        String text = address.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
