package app.prosa.desktop.settings;

import app.prosa.settings.Settings;
import app.prosa.settings.Texts;
import app.prosa.settings.updates.Finding;
import app.prosa.settings.updates.NewVersions;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Whether new versions are looked for, and what came of it. */
final class UpdatesViewModel implements AutoCloseable {
    private final NewVersions versions;
    private final String current;
    private final Texts texts;
    private final Slice<Settings.Updates> choice;
    private final Attempt attempt;
    private final ReadOnlyObjectWrapper<Optional<Found>> found =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** A newer version that has a page. */
    record Found(String version, URI page) {}

    /**
     * @param current the version of this program
     */
    UpdatesViewModel(
            SettingsDesk desk, NewVersions versions, String current, Texts texts, Executor ui) {
        this.versions = versions;
        this.current = current;
        this.texts = texts;
        this.choice = new Slice<>(desk, Settings::updates, Settings::with);
        this.attempt = new Attempt(ui, _ -> texts.get("shell.unexpected"));
        versions.last().ifPresent(last -> attempt.show(judge(last)));
    }

    boolean canLook() {
        return versions.canLook();
    }

    ReadOnlyObjectProperty<Settings.Updates> state() {
        return choice.valueProperty();
    }

    ReadOnlyObjectProperty<Progress> progressProperty() {
        return attempt.progressProperty();
    }

    /** Where there is a newer version that has a page. */
    ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    void setDaily(boolean daily) {
        choice.change(updates -> updates.withDaily(daily));
    }

    /** The press is the consent: also while nothing is looked for by itself. */
    void look() {
        found.set(Optional.empty());
        attempt.judge(texts.get("settings.updates.running"), versions::look, this::answered);
    }

    /** Whoever asked has read the answer, and is not told of it again. */
    private Progress answered(Finding finding) {
        if (finding instanceof Finding.Newer(String version, URI _)) {
            choice.change(updates -> updates.withSeen(version));
        }
        return judge(finding);
    }

    private Progress judge(Finding finding) {
        return switch (finding) {
            case Finding.UpToDate() ->
                    new Progress.Passed(texts.get("settings.updates.none", current));
            case Finding.Newer newer -> newer(newer);
            case Finding.Unknown(Finding.Reason reason) ->
                    new Progress.Failed(
                            texts.get(
                                    "settings.updates.problem."
                                            + reason.name().toLowerCase(Locale.ROOT)));
        };
    }

    private Progress newer(Finding.Newer newer) {
        found.set(Optional.ofNullable(newer.page()).map(page -> new Found(newer.version(), page)));
        return new Progress.Passed(texts.get("settings.updates.newer", newer.version(), current));
    }

    @Override
    public void close() {
        attempt.cancel();
        choice.close();
    }
}
