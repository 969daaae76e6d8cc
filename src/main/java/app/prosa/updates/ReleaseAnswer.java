package app.prosa.updates;

import app.prosa.channel.json.Fields;
import app.prosa.channel.json.Json;
import app.prosa.settings.updates.Finding;
import app.prosa.settings.updates.Finding.Reason;
import java.util.Optional;

/** What GitHub says of the latest release. */
final class ReleaseAnswer {
    private ReleaseAnswer() {}

    /**
     * Only a finished release counts, and what cannot be understood is never newer.
     *
     * @param body as in <a href="https://docs.github.com/en/rest/releases/releases">Get the latest
     *     release</a>
     * @param current the version of this program
     */
    static Finding read(byte[] body, String current) {
        return Json.read(body)
                .filter(release -> !release.flag("draft") && !release.flag("prerelease"))
                .flatMap(release -> compare(release, current))
                .orElseGet(() -> new Finding.Unknown(Reason.NOT_UNDERSTOOD));
    }

    private static Optional<Finding> compare(Fields release, String current) {
        return ReleaseNumber.parse(release.text("tag_name"))
                .flatMap(there ->
                        ReleaseNumber.parse(current)
                                .map(here ->
                                        there.isNewerThan(here)
                                                ? newer(there, release)
                                                : new Finding.UpToDate()));
    }

    private static Finding newer(ReleaseNumber version, Fields release) {
        return new Finding.Newer(
                version.toString(),
                Address.parse(release.text("html_url")).filter(Address::isHttps).orElse(null));
    }
}
