package app.prosa.desktop.settings;

import app.prosa.desktop.Navigation;
import app.prosa.desktop.PageContext;
import app.prosa.desktop.Services;
import app.prosa.desktop.Views;
import app.prosa.desktop.channels.Concerned;
import app.prosa.desktop.hub.RequestLog;
import app.prosa.settings.Texts;
import app.prosa.settings.channels.Platform;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** Puts each section together when it is first needed. */
final class Sections implements AutoCloseable {
    private final PageContext context;
    private final Services services;
    private final SecretFileDoor secretFile;
    private final Executor ui;
    private final Texts texts;
    private final Undoable undoable;
    private final SettingsDesk desk;
    private final SecretLine secrets;
    private final ProviderTools tools;
    private final List<Runnable> keysMoved = new ArrayList<>();
    private final List<Runnable> closing = new ArrayList<>();

    Sections(PageContext context, Services services, SecretFileDoor secretFile, Executor ui) {
        this.context = context;
        this.services = services;
        this.secretFile = secretFile;
        this.ui = ui;
        this.texts = context.texts();
        this.undoable = new Undoable(context.navigation(), texts);
        this.desk =
                new SettingsDesk(
                        services.settings(),
                        ui,
                        () -> context.navigation().toast(texts.get("settings.notStored")));
        this.secrets = new SecretLine(services.secrets(), texts, ui);
        this.tools =
                new ProviderTools(desk, new ProviderKeys(secrets), services.models(), texts, ui);
        keysMoved.add(this::tellChannels);
    }

    private void tellChannels() {
        for (Platform platform : Platform.values()) {
            services.channels().secretsChanged(platform);
        }
    }

    SectionPane load(Navigation.Section section) {
        return switch (section) {
            case GENERAL ->
                    view(
                            "general",
                            new GeneralController(
                                    opened(new GeneralViewModel(desk, undoable)), texts));
            case APPEARANCE ->
                    view(
                            "appearance",
                            new AppearanceController(
                                    opened(new AppearanceViewModel(desk, undoable)), texts));
            case MODELS -> view("models", models());
            case PERSONAS ->
                    view(
                            "personas",
                            new PersonasController(
                                    opened(new PersonasViewModel(desk, undoable)), texts));
            case CHANNELS -> view("channels", channels());
            case SERVER -> view("server", server());
            case DATA ->
                    view(
                            "data",
                            new DataController(
                                    data(), services.dataDir(), context.dialogs(), texts));
            case ABOUT ->
                    view(
                            "about",
                            new AboutController(
                                    services.version(),
                                    services.dataDir(),
                                    updates(),
                                    context.dialogs(),
                                    texts));
        };
    }

    private SectionPane view(String name, Object controller) {
        return (SectionPane) Views.load("settings_" + name, controller, texts);
    }

    private ModelsController models() {
        ModelsViewModel model = opened(new ModelsViewModel(tools, undoable));
        keysMoved.add(model::lookForKeys);
        return new ModelsController(model, keyPlace(), context.dialogs(), texts);
    }

    private ChannelsController channels() {
        ChannelTools all =
                new ChannelTools(
                        desk,
                        secrets,
                        services.channels(),
                        new Concerned(services.channelStore()),
                        undoable,
                        ui,
                        Clock.systemUTC());
        ChannelsViewModel model = opened(new ChannelsViewModel(all));
        keysMoved.add(model::lookForSecrets);
        return new ChannelsController(model, keyPlace(), context);
    }

    /** Whatever shows secrets looks again, whichever page they were moved or unlocked on. */
    private KeyPlaceViewModel keyPlace() {
        KeyPlaceViewModel place =
                new KeyPlaceViewModel(
                        services.secrets(),
                        secretFile,
                        texts,
                        ui,
                        () -> keysMoved.forEach(Runnable::run));
        keysMoved.add(place::look);
        return place;
    }

    private ServerController server() {
        ServerViewModel model = opened(new ServerViewModel(desk, services.hub(), undoable, ui));
        RequestLog requests = new RequestLog(services.hub(), ui);
        closing.add(requests::close);
        return new ServerController(model, requests, context);
    }

    private DataViewModel data() {
        return new DataViewModel(services.engine().conversations(), services.backup(), texts, ui);
    }

    private UpdatesController updates() {
        UpdatesViewModel model =
                new UpdatesViewModel(desk, services.newVersions(), services.version(), texts, ui);
        closing.add(model::close);
        return new UpdatesController(model, context.dialogs(), texts);
    }

    private <S extends Section> S opened(S section) {
        closing.add(section::close);
        return section;
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
        desk.close();
    }
}
