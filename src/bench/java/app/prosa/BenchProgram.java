package app.prosa;

import app.prosa.conversation.ChatModel;
import app.prosa.conversation.ConversationEngine;
import app.prosa.desktop.Pages;
import app.prosa.desktop.Program;
import app.prosa.desktop.Services;
import app.prosa.llm.Models;
import app.prosa.llm.TimeLimits;
import app.prosa.settings.Environment;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.Secrets;
import app.prosa.settings.Texts;
import app.prosa.settings.secrets.SecretVault;
import app.prosa.storage.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The program as {@link App} puts it together, but for the model that answers. */
public final class BenchProgram implements Program {
    public static final Environment ENVIRONMENT = Environment.of(Map.of());

    private final Path data;
    private final ChatModel model;
    private final SecretVault secrets;
    private @Nullable Database database;
    private @Nullable Models models;
    private @Nullable ConversationEngine engine;

    public BenchProgram(Path data, ChatModel model) {
        this.data = data;
        this.model = model;
        this.secrets = SecretVault.in(data, ENVIRONMENT);
        System.setProperty("prosa.logs", data.resolve("logs").toString());
    }

    public Pages pages() {
        return new AppPages(secrets);
    }

    @Override
    public synchronized Services open() {
        LiveSettings settings = settings();
        Database opened = Database.open(data);
        database = opened;
        Models directory =
                new Models(
                        settings::current,
                        provider -> secrets.get(Secrets.ofProvider(provider)),
                        () -> Texts.in(settings.current().general().language()),
                        TimeLimits.DEFAULT);
        models = directory;
        Plans plans = new Plans(settings::current);
        ConversationEngine started =
                new ConversationEngine(
                        opened.conversations(),
                        model,
                        conversation -> plans.apply(conversation.options()),
                        Clock.systemUTC());
        engine = started;
        started.recover();
        // As the program does; what it loads counts in the memory.
        Thread.ofVirtual().start(directory::warm);
        return new Services(
                started,
                settings,
                secrets,
                directory,
                plans,
                opened::backup,
                data,
                Version.current());
    }

    private LiveSettings settings() {
        try {
            return LiveSettings.open(data, ENVIRONMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        if (engine != null) {
            engine.close();
        }
        if (models != null) {
            models.close();
        }
        if (database != null) {
            database.close();
        }
        secrets.close();
    }
}
