package app.prosa;

import app.prosa.channel.instagram.InstagramOpener;
import app.prosa.channel.media.Candid;
import app.prosa.channel.messenger.MessengerOpener;
import app.prosa.channel.switchboard.Switchboard;
import app.prosa.channel.telegram.TelegramOpener;
import app.prosa.channel.time.SystemTimers;
import app.prosa.channel.twilio.TwilioOpener;
import app.prosa.channel.whatsapp.WhatsAppOpener;
import app.prosa.conversation.ChatModel;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.Senses;
import app.prosa.conversation.StoreException;
import app.prosa.conversation.TurnPlan;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.desktop.Pages;
import app.prosa.desktop.Program;
import app.prosa.desktop.Services;
import app.prosa.llm.Models;
import app.prosa.llm.TimeLimits;
import app.prosa.server.Hub;
import app.prosa.server.HubParts;
import app.prosa.settings.DataDirectory;
import app.prosa.settings.Environment;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.Secrets;
import app.prosa.settings.Texts;
import app.prosa.settings.Variable;
import app.prosa.settings.secrets.SecretVault;
import app.prosa.storage.Database;
import app.prosa.updates.Lookout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root: opens everything in order, and closes it in reverse. */
final class App implements Program {
    private final Path dataDirectory;
    private final Environment environment;
    private final SecretVault secrets;
    private final Staging staging;
    private final Deque<Part> opened = new ArrayDeque<>();
    private volatile @Nullable Works works;

    /** Something that is open. */
    private record Part(String name, AutoCloseable closing) {}

    App(Path dataDirectory, Environment environment) {
        this(dataDirectory, environment, Staging.none(dataDirectory));
    }

    /**
     * @param brain what answers instead of the models of the settings; for a benchmark
     */
    App(Path dataDirectory, Environment environment, UnaryOperator<ChatModel> brain) {
        this(dataDirectory, environment, Staging.none(dataDirectory).withBrain(brain));
    }

    App(Path dataDirectory, Environment environment, Staging staging) {
        this.staging = staging;
        this.dataDirectory = dataDirectory;
        this.environment = environment;
        Logging.into(dataDirectory.resolve("logs"));
        // Touches nothing before it is asked, so it may be there before all else.
        this.secrets = SecretVault.in(dataDirectory, environment);
    }

    Pages pages() {
        return new AppPages(secrets);
    }

    @Override
    public synchronized Services open() {
        try {
            return openAll();
        } catch (IOException e) {
            close();
            throw new StoreException(StoreException.Cause.READ_ONLY, "Reading the settings", e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private Services openAll() throws IOException {
        Path crashes = dataDirectory.resolve(DataDirectory.CRASHES);
        keep(
                "crash reports",
                new CrashReports(crashes, Version.current(), Clock.systemUTC()).begin());
        LiveSettings settings = LiveSettings.open(staging.settings(), environment);
        keep("secrets", secrets);
        Database database = keep("database", Database.open(dataDirectory));
        Models models =
                keep(
                        "models",
                        new Models(
                                settings::current,
                                provider -> secrets.get(Secrets.ofProvider(provider)),
                                () -> Texts.in(settings.current().general().language()),
                                TimeLimits.DEFAULT));
        Function<ConversationOptions, TurnPlan> plans = new Plans(settings::current);
        ChannelOptions options = new ChannelOptions(settings::current);
        ConversationEngine engine =
                keep(
                        "engine",
                        new ConversationEngine(
                                database.conversations(),
                                new Candid(staging.brain().apply(models)),
                                plans.compose(options::of),
                                Clock.systemUTC()));
        engine.recover();
        Senses senses = new Faculties(models, plans.compose(options::of));
        Switchboard board = keep("channels", switchboard(engine, database, settings, senses));
        Hub server = keep("hub", new Hub(parts(engine, models, database, board, settings)));
        Chores chores = keep("chores", new Chores(engine.conversations(), models));
        ClassCache classes = keep("class cache", new ClassCache());
        Lookout versions =
                keep(
                        "lookout",
                        new Lookout(
                                Version.releases(),
                                Version.current(),
                                settings,
                                Clock.systemUTC()));
        works =
                new Works(
                        engine,
                        database.channels(),
                        new FirstSwitchOn(settings, Clock.systemUTC()),
                        server,
                        board,
                        chores,
                        classes,
                        versions);
        return new Services(
                engine,
                settings,
                secrets,
                models,
                plans,
                database::backup,
                server,
                board,
                database.channels(),
                board,
                dataDirectory,
                Version.current(),
                versions);
    }

    private Switchboard switchboard(
            ConversationEngine engine, Database database, LiveSettings settings, Senses senses) {
        return new Switchboard(
                engine,
                database.channels(),
                settings,
                staging.channelSecrets().apply(secrets),
                new SystemTimers(),
                senses,
                List.of(
                        new TelegramOpener(),
                        new TwilioOpener(),
                        new WhatsAppOpener(),
                        new InstagramOpener(),
                        new MessengerOpener()));
    }

    private HubParts parts(
            ConversationEngine engine,
            Models models,
            Database database,
            Switchboard board,
            LiveSettings settings) {
        return new HubParts(
                engine,
                models,
                database.usage(),
                new HubParts.Channels(board::webhook, database.channels(), board),
                settings,
                secrets,
                environment.get(Variable.PROSA_API_KEY),
                environment.get(Variable.PROSA_KEYSTORE_PASSWORD),
                Clock.systemUTC(),
                Version.current());
    }

    /** Once it is open. */
    ConversationEngine engine() {
        return works().engine();
    }

    /** Once it is open. */
    Switchboard channels() {
        return works().channels();
    }

    /** Once it is open. */
    ChannelStore channelStore() {
        return works().channelStore();
    }

    private Works works() {
        return Objects.requireNonNull(works, "not open");
    }

    /** Where there is a window, and so somebody to tell, new versions are looked for as well. */
    @Override
    public void ready() {
        begin();
        works().versions().begin();
    }

    /** What could wait until it is open, with and without a window. Returns at once. */
    void begin() {
        works().begin();
    }

    private <T extends AutoCloseable> T keep(String name, T part) {
        opened.push(new Part(name, part));
        return part;
    }

    /** One part that does not close keeps none of the others open. */
    @Override
    @SuppressWarnings("CatchAndPrintStackTrace")
    public synchronized void close() {
        Logger log = LoggerFactory.getLogger(App.class);
        while (!opened.isEmpty()) {
            Part part = opened.pop();
            try {
                part.closing().close();
            } catch (Exception e) {
                log.error("Could not close the {}", part.name(), e);
            }
        }
    }
}
