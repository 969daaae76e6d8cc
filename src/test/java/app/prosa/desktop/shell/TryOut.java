package app.prosa.desktop.shell;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ModelDirectory;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.StoreException;
import app.prosa.desktop.ConversationsInMemory;
import app.prosa.desktop.FakeHub;
import app.prosa.desktop.FakeVersions;
import app.prosa.desktop.NoChannels;
import app.prosa.desktop.Program;
import app.prosa.desktop.Services;
import app.prosa.settings.Environment;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.Preset;
import app.prosa.settings.Secrets;
import app.prosa.settings.Settings;
import app.prosa.settings.channels.ChannelControl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The window by hand, with plain pages: {@code TryOut DIR [rows | trouble CAUSE | first]}. */
public final class TryOut {
    private TryOut() {}

    public static void main(String[] args) throws InterruptedException {
        Path dir = Path.of(args[0]);
        DesktopApp app = DesktopApp.start(dir, new PlainPages(), program(dir, args));
        app.awaitEnd();
        System.exit(0);
    }

    private static Program program(Path dir, String... args) {
        return new Program() {
            @Override
            public Services open() {
                if (args.length > 2) {
                    throw new StoreException(StoreException.Cause.valueOf(args[2]), "open", null);
                }
                return services(dir, args.length > 1 ? args[1] : "40");
            }

            @Override
            public void ready() {}

            @Override
            public void close() {
                System.out.println("closed");
            }
        };
    }

    static Services services(Path dir, String rows) {
        ConversationsInMemory store = new ConversationsInMemory();
        if (!rows.equals("first")) {
            fill(store, Integer.parseInt(rows));
        }
        var engine =
                new ConversationEngine(
                        store.store(),
                        (request, sink) -> {
                            throw new IllegalStateException("no model");
                        },
                        conversation -> {
                            throw new IllegalStateException("no plan");
                        },
                        Clock.systemUTC());
        return new Services(
                engine,
                settings(dir, rows),
                secrets(),
                models(),
                options -> {
                    throw new IllegalStateException("no plan");
                },
                file -> {
                    throw new IllegalStateException("no backup");
                },
                new FakeHub(),
                ChannelControl.NONE,
                new NoChannels(),
                new NoChannels(),
                dir,
                "0.1.0",
                new FakeVersions());
    }

    private static LiveSettings settings(Path dir, String rows) {
        try {
            LiveSettings settings = LiveSettings.open(dir, Environment.of(java.util.Map.of()));
            var look = app.prosa.settings.WindowState.load(dir).look();
            settings.update(s ->
                    s.with(new Settings.General(look.language(), Settings.SendKey.ENTER, true))
                            .with(
                                    new Settings.Appearance(
                                            look.theme(),
                                            look.density(),
                                            look.zoom(),
                                            false,
                                            look.reducedMotion(),
                                            false)));
            if (!rows.equals("first")) {
                settings.update(s -> s.withFirstRunDone().with(models(s.models())));
            }
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Settings.Models models(Settings.Models m) {
        var provider =
                new Settings.Provider(
                        "p",
                        Preset.OPENAI,
                        "OpenAI",
                        "http://127.0.0.1:9/v1",
                        List.of("gpt-5-mini"));
        return new Settings.Models(
                List.of(provider),
                new Settings.ModelChoice("p", "gpt-5-mini"),
                m.temperature(),
                m.maxTokens(),
                m.contextMessages());
    }

    private static void fill(ConversationsInMemory store, int rows) {
        String[] titles = {
            "Receita de pão de queijo", "Trip to Lisbon in March", "Why is the sky dark at night?",
            "Contrato de aluguel: cláusula 7", "Refactoring the billing module", "A poem for Clara",
            "Regex for Brazilian phone numbers",
                    "A really long title that does not fit into the list at all and must end in dots"
        };
        for (int i = 0; i < rows; i++) {
            Instant at = Instant.now().minus(Duration.ofHours(i * 7L));
            Conversation c = ConversationsInMemory.conversation(titles[i % titles.length], at);
            store.add(
                    ConversationsInMemory.with(
                            c, c.title(), i == 9 || i == 3, i % 6 == 1 ? 2 : 0, null));
        }
    }

    private static Secrets secrets() {
        return new Secrets() {
            @Override
            public Optional<String> get(String name) {
                return Optional.empty();
            }

            @Override
            public void put(String name, String secret) {}

            @Override
            public void remove(String name) {}

            @Override
            public Place place() {
                return Place.MEMORY;
            }
        };
    }

    private static ModelDirectory models() {
        return new ModelDirectory() {
            @Override
            public List<String> models(String provider) {
                return List.of();
            }

            @Override
            public Duration check(ModelRef model) {
                return Duration.ZERO;
            }

            @Override
            public List<String> probe(String baseUrl) {
                return List.of();
            }
        };
    }
}
