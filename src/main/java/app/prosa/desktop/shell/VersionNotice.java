package app.prosa.desktop.shell;

import app.prosa.desktop.FxThread;
import app.prosa.desktop.Services;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.updates.Finding;
import app.prosa.settings.updates.NewVersions;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of a newer version in the status bar, once: until it was pressed, or the operator has read
 * of it in the settings. A toast would be gone when nobody sits there.
 */
final class VersionNotice implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VersionNotice.class);

    private final StatusModel model;
    private final NewVersions versions;
    private final LiveSettings settings;
    private final LiveSettings.Subscription findings;
    private final LiveSettings.Subscription changes;

    VersionNotice(StatusModel model, Services services) {
        this.model = model;
        this.versions = services.newVersions();
        this.settings = services.settings();
        this.findings = versions.listen(_ -> FxThread.run(this::show));
        this.changes = settings.subscribe(_ -> FxThread.run(this::show));
        show();
    }

    private void show() {
        model.show(versions.last(), settings.current().updates());
    }

    /** It is not told of again. */
    void read() {
        if (versions.last().orElse(null) instanceof Finding.Newer newer) {
            Thread.ofVirtual().start(() -> store(newer.version()));
        }
    }

    private void store(String version) {
        try {
            settings.update(all -> all.with(all.updates().withSeen(version)));
        } catch (UncheckedIOException e) {
            LOG.warn("That a version was told of could not be stored", e);
        }
    }

    @Override
    public void close() {
        findings.close();
        changes.close();
    }
}
