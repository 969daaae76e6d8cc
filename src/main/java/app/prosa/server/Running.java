package app.prosa.server;

import app.prosa.server.access.Access;
import app.prosa.server.access.SessionRoutes;
import app.prosa.server.access.VisitorTokens;
import app.prosa.server.channels.WebhookRoutes;
import app.prosa.server.chat.ChatDoor;
import app.prosa.server.chat.InFlight;
import app.prosa.server.docs.DocsRoutes;
import app.prosa.server.http.Dispatch;
import app.prosa.server.http.JettyErrors;
import app.prosa.server.http.Languages;
import app.prosa.server.http.Patience;
import app.prosa.server.http.Route;
import app.prosa.server.http.Router;
import app.prosa.server.openai.OpenAiDoor;
import app.prosa.server.operator.OperatorDoor;
import app.prosa.server.web.PageRoutes;
import app.prosa.server.web.WebFiles;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.hub.HubProblem;
import app.prosa.settings.hub.HubProblem.Kind;
import app.prosa.settings.hub.HubSettings;
import app.prosa.settings.hub.HubState;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hub from one start to its stop: wires everything by hand. */
final class Running {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private final HubParts parts;
    private final HubSettings startedWith;
    private final Access access;
    private final InFlight inFlight;
    private final ChatDoor chat;
    private final OpenAiDoor openAi;
    private final OperatorDoor operator;
    private final List<Route> routes;
    private final Gate gate;
    private final SlowClients slowClients;
    private final Patience patience;
    private final Server server = JettySetup.server();
    private final ServerConnector connector;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("hub-timer").factory());
    private final LiveSettings.Subscription subscription;

    private Running(
            HubParts parts,
            HubSettings settings,
            Access access,
            VisitorTokens tokens,
            Requests log,
            Patience patience)
            throws HubFailure {
        this.parts = parts;
        this.startedWith = settings;
        this.patience = patience;
        this.slowClients = new SlowClients(patience.request());
        this.access = access;
        this.inFlight = new InFlight(Descriptors.mostInFlight(settings.limits()));
        this.connector =
                JettySetup.connector(
                        server, settings, Keystore.open(settings.keystore(), keystorePassword()));
        this.chat = new ChatDoor(parts.engine(), access, inFlight);
        this.openAi =
                new OpenAiDoor(
                        parts.model(),
                        parts.usage(),
                        parts.settings()::current,
                        access,
                        inFlight,
                        parts.clock());
        this.operator =
                new OperatorDoor(
                        parts.engine(),
                        parts.channels().store(),
                        parts.channels().desk(),
                        parts.settings(),
                        parts.usage(),
                        parts.clock());
        Languages languages = new Languages();
        WebFiles files = new WebFiles();
        this.routes = routes(tokens, files);
        Dispatch dispatch = new Dispatch(new Router(routes, files.route()));
        this.gate = new Gate(access, dispatch, languages, patience, slowClients, log);
        connector.addBean(slowClients);
        server.setHandler(gate);
        server.setErrorHandler(new JettyErrors(languages));
        this.subscription = parts.settings().subscribe(this::onSettings);
    }

    /**
     * @throws HubFailure and leaves nothing behind
     */
    static Running start(
            HubParts parts,
            HubSettings settings,
            Access access,
            VisitorTokens tokens,
            Requests log,
            Patience patience)
            throws HubFailure {
        Running running = new Running(parts, settings, access, tokens, log, patience);
        try {
            running.start();
            return running;
        } catch (HubFailure e) {
            running.end();
            throw e;
        }
    }

    private void start() throws HubFailure {
        Listener.open(connector);
        try {
            LifeCycle.start(server);
        } catch (RuntimeException e) {
            // LifeCycle wraps whatever a part of the server throws. The operator sees a hub that
            // failed, with a way to try again.
            LOG.error("The hub could not start", e);
            String where = connector.getHost() + ":" + connector.getPort();
            throw new HubFailure(new HubProblem(Kind.UNEXPECTED, where, 0), e);
        }
        long look = patience.look().toMillis();
        var _ = timer.scheduleWithFixedDelay(this::tick, look, look, TimeUnit.MILLISECONDS);
    }

    /** All that it answers, but for the files of its pages. */
    List<Route> routes() {
        return routes;
    }

    private List<Route> routes(VisitorTokens tokens, WebFiles files) {
        HealthRoutes health =
                new HealthRoutes(
                        parts.engine(),
                        () -> parts.settings().current().models().chosen() != null,
                        parts.clock(),
                        parts.version());
        return Stream.of(
                        health.routes(),
                        chat.routes(),
                        openAi.routes(),
                        operator.routes(),
                        new WebhookRoutes(parts.channels().webhooks()).routes(),
                        new SessionRoutes(tokens).routes(),
                        new PageRoutes(parts.settings()::current).routes(),
                        new DocsRoutes(files, parts.version()).routes())
                .flatMap(List::stream)
                .toList();
    }

    private Optional<String> keystorePassword() {
        return parts.keystorePassword().or(() -> parts.secrets().get(HubParts.KEYSTORE_SECRET));
    }

    private void onSettings(LiveSettings.Change change) {
        if (!change.after().hub().equals(change.before().hub())) {
            access.change(holding(change.after().hub()));
            chat.recheck(access);
            openAi.recheck();
            operator.recheck(access);
        }
    }

    /**
     * Others reach it as long as it listens where it does: another address in the settings must not
     * make it take them for this computer.
     */
    private HubSettings holding(HubSettings now) {
        return now.withBind(startedWith.bind());
    }

    /** How it is, by the settings of this moment. */
    HubState.On state(HubSettings now) {
        Whereabouts whereabouts = new Whereabouts(startedWith.withPublicUrl(now.publicUrl()));
        URI address = whereabouts.address(connector.getLocalPort());
        boolean behind =
                !now.bind().equals(startedWith.bind())
                        || now.port() != startedWith.port()
                        || !now.keystore().equals(startedWith.keystore());
        return new HubState.On(address, whereabouts.page(address), whereabouts.exposure(), behind);
    }

    private void tick() {
        try {
            chat.tick();
            openAi.tick();
            operator.tick();
            slowClients.tick();
        } catch (RuntimeException e) {
            // A timer that throws is never called again.
            LOG.error("The hub's timer failed", e);
        }
    }

    /** Lets the answers under way come to their end, but not for ever. */
    void stop() {
        gate.stopTakingRequests();
        chat.windDown();
        operator.windDown();
        if (!inFlight.awaitNone(patience.goodbye())) {
            LOG.warn("{} answers were under way when the hub stopped", inFlight.count());
        }
        end();
    }

    private void end() {
        subscription.close();
        timer.shutdownNow();
        chat.close();
        openAi.close();
        operator.close();
        LifeCycle.stop(server);
    }
}
