package app.prosa.settings.hub;

import java.net.URI;

/** How the hub is. */
public sealed interface HubState {

    /** It listens nowhere. */
    record Off() implements HubState {}

    /** It is about to listen. */
    record Starting() implements HubState {}

    /**
     * It listens.
     *
     * @param address what a browser on this computer opens
     * @param page what a browser elsewhere opens: the public address if there is one
     * @param behind the settings say by now that it shall listen elsewhere, which takes a restart
     */
    record On(URI address, URI page, Exposure exposure, boolean behind) implements HubState {}

    /** It ends what is under way and takes nothing new. */
    record Stopping() implements HubState {}

    /** It could not start. */
    record Failed(HubProblem problem) implements HubState {}
}
