package app.prosa.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.prosa.conversation.ChatModelException;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.Failure;
import app.prosa.conversation.StoreException;
import app.prosa.settings.Language;
import app.prosa.settings.Texts;
import app.prosa.storage.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trash and the backup, over a real database. */
class DataTest {
    private final UiQueue ui = new UiQueue();
    private final List<Path> backups = new ArrayList<>();

    @Test
    void the_trash_is_listed_given_back_and_emptied(@TempDir Path dir) throws Exception {
        try (Database database = Database.open(dir);
                ConversationEngine engine = engine(database)) {
            Conversation kept = engine.conversations().create(ConversationOptions.DEFAULT);
            Conversation gone = engine.conversations().create(ConversationOptions.DEFAULT);
            engine.conversations().rename(kept.id(), "Kept");
            engine.conversations().trash(List.of(kept.id(), gone.id()));

            DataViewModel data = data(engine);
            data.refresh();
            ui.until(() -> data.keptProperty().get().trash().size() == 2);
            assertEquals("Untitled conversation", data.title(gone));

            data.restore(engine.conversations().find(kept.id()).orElseThrow());
            ui.until(() -> data.keptProperty().get().trash().size() == 1);
            assertEquals("Kept is back in your list.", data.trashingProperty().get().sentence());

            data.emptyTrash();
            ui.until(() -> data.keptProperty().get().trash().isEmpty());
            assertEquals(1, data.keptProperty().get().counts().conversations());
        }
    }

    @Test
    void a_backup_says_where_it_is_or_that_it_is_not(@TempDir Path dir) throws Exception {
        try (Database database = Database.open(dir);
                ConversationEngine engine = engine(database)) {
            DataViewModel data = data(engine);
            Path target = dir.resolve(data.backupName(LocalDate.of(2026, 11, 22)));
            assertEquals("prosa-2026-11-22.zip", target.getFileName().toString());
            data.backUp(target);
            ui.until(() -> data.savingProperty().get() instanceof Progress.Passed);
            assertEquals(List.of(target), backups);
            data.backUp(dir.resolve("full"));
            ui.until(() -> data.savingProperty().get() instanceof Progress.Failed);
            assertInstanceOf(Progress.Failed.class, data.savingProperty().get());
        }
    }

    private DataViewModel data(ConversationEngine engine) {
        return new DataViewModel(
                engine.conversations(), this::backUp, Texts.in(Language.ENGLISH), ui);
    }

    private void backUp(Path target) {
        if (target.endsWith("full")) {
            throw new StoreException(StoreException.Cause.DISK_FULL, "backup", null);
        }
        backups.add(target);
    }

    private static ConversationEngine engine(Database database) {
        return new ConversationEngine(
                database.conversations(),
                (_, _) -> {
                    throw new ChatModelException(Failure.of(Failure.Kind.NO_MODEL), null);
                },
                _ -> {
                    throw new AssertionError("no turn is run here");
                },
                Clock.systemUTC());
    }
}
