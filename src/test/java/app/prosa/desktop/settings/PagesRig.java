package app.prosa.desktop.settings;

import app.prosa.conversation.ChatModelException;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.Failure;
import app.prosa.desktop.ConversationsInMemory;
import app.prosa.desktop.FakeChannels;
import app.prosa.desktop.FakeHub;
import app.prosa.desktop.FakeVersions;
import app.prosa.desktop.NoChannels;
import app.prosa.desktop.PageContext;
import app.prosa.desktop.Services;
import app.prosa.desktop.Shortcuts;
import app.prosa.settings.Environment;
import app.prosa.settings.Language;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.Secrets;
import app.prosa.settings.Settings;
import app.prosa.settings.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executor;

/** Real settings in a folder of the test, and fakes of everything else a page needs. */
public final class PagesRig implements AutoCloseable {
    public final Texts texts = Texts.in(Language.ENGLISH);
    public final FakeNavigation navigation = new FakeNavigation();
    public final FakeDialogs dialogs = new FakeDialogs();
    public final ConversationsInMemory conversations = new ConversationsInMemory();
    public final FakeHub hub = new FakeHub();
    public final FakeVersions versions = new FakeVersions();
    public final FakeChannels channels = new FakeChannels();
    public final FakeSecrets secrets;
    public final FakeDirectory directory;
    public final LiveSettings settings;
    public final Services services;
    private final ConversationEngine engine;

    public PagesRig(Path dir, Secrets.Place place, Map<String, String> variables)
            throws IOException {
        settings = LiveSettings.open(dir, Environment.of(variables));
        secrets = new FakeSecrets(place);
        directory = new FakeDirectory(secrets, id -> id.startsWith("openai"));
        engine =
                new ConversationEngine(
                        conversations.store(),
                        (_, _) -> {
                            throw new ChatModelException(Failure.of(Failure.Kind.NO_MODEL), null);
                        },
                        _ -> {
                            throw new AssertionError("no turn is run here");
                        },
                        Clock.systemUTC());
        services =
                new Services(
                        engine,
                        settings,
                        secrets,
                        directory,
                        _ -> {
                            throw new AssertionError("no turn is planned here");
                        },
                        _ -> {},
                        hub,
                        channels,
                        new NoChannels(),
                        new NoChannels(),
                        dir,
                        "0.1.0",
                        versions);
    }

    public static PagesRig in(Path dir) throws IOException {
        return new PagesRig(dir, Secrets.Place.KEYCHAIN, Map.of());
    }

    public PageContext context() {
        return new PageContext(navigation, new Shortcuts(), dialogs, texts);
    }

    Undoable undoable() {
        return new Undoable(navigation, texts);
    }

    SettingsDesk desk(Executor ui) {
        return new SettingsDesk(settings, ui, () -> navigation.toast("not stored"));
    }

    public ProviderTools tools(Executor ui) {
        return new ProviderTools(
                desk(ui), new ProviderKeys(secrets, texts, ui), directory, texts, ui);
    }

    public Settings.Models models() {
        return settings.current().models();
    }

    @Override
    public void close() {
        engine.close();
    }
}
