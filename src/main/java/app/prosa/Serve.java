package app.prosa;

import app.prosa.conversation.StoreException;
import app.prosa.desktop.Services;
import app.prosa.settings.DataDirectory;
import app.prosa.settings.DataDirectoryException;
import app.prosa.settings.Environment;
import app.prosa.settings.Language;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.Preset;
import app.prosa.settings.Settings;
import app.prosa.settings.Texts;
import app.prosa.settings.Variable;
import app.prosa.settings.hub.HubState;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The face without a window: the hub, until somebody asks for its end.
 *
 * @param system the environment that the program was started in
 * @param dotEnv the file with more of it
 */
record Serve(
        Map<String, String> system, Path dotEnv, PrintStream out, PrintStream err, Ending ending)
        implements Face {
    @Override
    public int run(Options options) {
        Map<String, String> all = DotEnv.under(system, dotEnv);
        if (options.port() != null) {
            all.put(Variable.PORT.name(), options.port().toString());
        }
        Environment environment = Environment.of(all);
        // Before anything is logged: the log is what people or programs read where there is no
        // window.
        Logging.inFormat(options.jsonLog() ? LogFormat.JSON : LogFormat.TEXT);
        Texts texts = Texts.in(environment.language().orElse(Language.SYSTEM));
        Terminal terminal = new Terminal(texts, out, err);
        try {
            Path data = DataDirectory.open(options.data(), environment);
            return claim(data, environment, terminal, options.jsonLog());
        } catch (DataDirectoryException e) {
            return terminal.failWith(e.sentence(texts));
        }
    }

    private int claim(Path data, Environment environment, Terminal terminal, boolean jsonLog) {
        try (SingleInstance instance = SingleInstance.claim(data)) {
            return instance == null
                    ? terminal.failWith(terminal.texts().get("app.serve.held", data))
                    : open(new App(data, environment), terminal, jsonLog);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int open(App app, Terminal terminal, boolean jsonLog) {
        try {
            Services services = app.open();
            new FirstSwitchOn(services.settings(), Clock.systemUTC()).noteAndOpenDoors();
            boolean demo = chooseDemo(services.settings(), terminal.texts());
            HubState state = services.hub().start();
            if (state instanceof HubState.Failed failed) {
                return terminal.failWith(failed.problem().sentence(terminal.texts()));
            }
            if (!jsonLog && state instanceof HubState.On on) {
                new Greeting(terminal).say(on, demo, services.secrets().place());
            }
            app.begin();
            ending.await();
            return ExitCode.OK;
        } catch (StoreException e) {
            return terminal.failWith(storeSentence(e, terminal.texts()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        } finally {
            app.close();
        }
    }

    /** What went wrong and what to do. */
    static String storeSentence(StoreException failure, Texts texts) {
        String key = "store." + failure.reason().name().toLowerCase(Locale.ROOT);
        return texts.get(key + ".what") + ". " + texts.get(key + ".todo");
    }

    /**
     * A hub that nobody told about a model answers all the same, and says what it is.
     *
     * @return whether it is the demo that answers
     */
    static boolean chooseDemo(LiveSettings settings, Texts texts) {
        if (settings.current().models().chosen() == null) {
            String name = texts.get("app.serve.demo.name");
            settings.update(all -> all.with(all.models().withDemo(name)));
        }
        Settings.Models models = settings.current().models();
        return Optional.ofNullable(models.chosen())
                .flatMap(choice -> models.provider(choice.providerId()))
                .filter(provider -> provider.preset() == Preset.DEMO)
                .isPresent();
    }
}
