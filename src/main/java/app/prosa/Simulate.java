package app.prosa;

import app.prosa.channel.simulator.Account;
import app.prosa.channel.simulator.Recording;
import app.prosa.channel.simulator.Simulation;
import app.prosa.conversation.StoreException;
import app.prosa.settings.DataDirectoryException;
import app.prosa.settings.Environment;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.Secrets;
import app.prosa.settings.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The face of a customer: what is typed is what they write on a channel, through everything that a
 * platform would have it go through.
 *
 * @param system the environment that the program was started in
 * @param dotEnv the file with more of it
 */
record Simulate(
        Map<String, String> system,
        Path dotEnv,
        Terminal terminal,
        Supplier<Typed> typed,
        Ending ending)
        implements Face {
    private static final Duration OPENING = Duration.ofSeconds(30);

    /** What Meta's platforms want to be there; nobody calls it. */
    private static final String PUBLIC_URL = "https://prosa.invalid";

    /** What is written now is no backlog. */
    private static final Duration SWITCHED_ON_BEFORE = Duration.ofDays(1);

    @Override
    public int run(Options options) {
        Environment environment = Environment.of(DotEnv.under(system, dotEnv));
        Path file = options.scene().replay();
        if (file == null) {
            Account account = Account.of(options.scene().channel());
            return run(new Plot(options.data(), environment, account, null));
        }
        try {
            return Recording.of(Files.readAllBytes(file))
                    .map(r -> run(new Plot(options.data(), environment, r.account(), r)))
                    .orElseGet(() -> terminal.failWith(texts().get("app.simulate.strange", file)));
        } catch (IOException e) {
            return terminal.failWith(texts().get("app.simulate.unreadable", file));
        }
    }

    /** What is played. */
    private record Plot(
            @Nullable Path data,
            Environment environment,
            Account account,
            @Nullable Recording recording) {}

    private Texts texts() {
        return terminal.texts();
    }

    private int run(Plot plot) {
        try (StageFolders folders = StageFolders.open(plot.data(), plot.environment());
                SingleInstance instance = SingleInstance.claim(folders.data())) {
            return instance == null
                    ? terminal.failWith(texts().get("app.simulate.taken", folders.data()))
                    : open(plot, folders);
        } catch (DataDirectoryException e) {
            return terminal.failWith(e.sentence(texts()));
        } catch (StoreException e) {
            return terminal.failWith(Serve.storeSentence(e, texts()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int open(Plot plot, StageFolders folders) throws IOException, InterruptedException {
        Bell bell = new Bell();
        CustomersScreen screen = new CustomersScreen(terminal, bell);
        App app = new App(folders.data(), plot.environment(), staging(plot, folders));
        try (Simulation simulation = Simulation.open(plot.account(), screen)) {
            try {
                boolean demo = prepare(plot, folders, simulation);
                app.open();
                return play(plot, new Play(app, plot.account(), simulation, screen, bell), demo);
            } finally {
                app.close();
            }
        }
    }

    private static Staging staging(Plot plot, StageFolders folders) {
        Secrets madeUp = new MadeUpSecrets(plot.account().secrets());
        return Staging.none(folders.settings()).withChannelSecrets(madeUp);
    }

    /**
     * Before the program is opened, so that nothing is opened twice.
     *
     * @return whether it is the demo that answers
     */
    private boolean prepare(Plot plot, StageFolders folders, Simulation simulation)
            throws IOException {
        LiveSettings settings = LiveSettings.open(folders.settings(), plot.environment());
        Instant since = Instant.now().minus(SWITCHED_ON_BEFORE);
        settings.update(all ->
                all.with(all.hub().withPublicUrl(PUBLIC_URL))
                        .with(plot.account().over(all.channels(), simulation.address(), since)));
        return Serve.chooseDemo(settings, texts());
    }

    private int play(Plot plot, Play play, boolean demo) throws InterruptedException {
        ending.onAsked(play::end);
        if (!play.begin(OPENING)) {
            return terminal.failWith(texts().get("app.simulate.shut"));
        }
        Recording recording = plot.recording();
        if (recording != null) {
            return end(play.replay(recording.body()));
        }
        Typed lines = typed.get();
        new Prologue(terminal).say(plot.account(), play.customer(), demo);
        return end(play.perform(lines));
    }

    private int end(boolean answered) {
        return answered ? ExitCode.OK : terminal.failWith(texts().get("app.simulate.unanswered"));
    }
}
