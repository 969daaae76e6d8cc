package app.prosa.desktop.settings;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationStore.Counts;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.conversation.Conversations;
import app.prosa.desktop.SlowWork;
import app.prosa.settings.Texts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Where everything is kept, how much it is, and the trash. */
final class DataViewModel {
    /** As many as anybody looks through; the rest comes up when these are gone. */
    static final int TRASH_SHOWN = 100;

    /**
     * What is kept at the moment.
     *
     * @param trash the newest {@value #TRASH_SHOWN}
     */
    record Kept(Counts counts, List<Conversation> trash) {}

    private final Conversations conversations;
    private final Consumer<Path> backup;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Kept> kept =
            new ReadOnlyObjectWrapper<>(new Kept(new Counts(0, 0, 0), List.of()));
    private final SlowWork reading;
    private final Attempt trashing;
    private final Attempt saving;

    /**
     * @param backup writes everything into the file it is given
     */
    DataViewModel(Conversations conversations, Consumer<Path> backup, Texts texts, Executor ui) {
        this.conversations = conversations;
        this.backup = backup;
        this.texts = texts;
        this.reading = new SlowWork(ui);
        this.trashing = new Attempt(ui, _ -> texts.get("settings.store.failed"));
        this.saving = new Attempt(ui, _ -> texts.get("settings.backup.failed"));
    }

    ReadOnlyObjectProperty<Kept> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Progress> trashingProperty() {
        return trashing.progressProperty();
    }

    ReadOnlyObjectProperty<Progress> savingProperty() {
        return saving.progressProperty();
    }

    void refresh() {
        reading.start(this::read, kept::set, trashing::fail);
    }

    private Kept read() {
        return new Kept(
                conversations.counts(), conversations.page(new Query(true, ""), null, TRASH_SHOWN));
    }

    void restore(Conversation conversation) {
        trashing.start(
                "",
                () -> {
                    conversations.restore(List.of(conversation.id()));
                    return read();
                },
                now -> changed(now, texts.get("settings.trash.restored", title(conversation))));
    }

    void emptyTrash() {
        trashing.start(
                texts.get("settings.trash.emptying"),
                () -> {
                    conversations.emptyTrash();
                    return read();
                },
                now -> changed(now, texts.get("settings.trash.emptied")));
    }

    private String changed(Kept now, String said) {
        kept.set(now);
        return said;
    }

    /** The title, or what stands for it where there is none. */
    String title(Conversation conversation) {
        return conversation.title().isBlank()
                ? texts.get("settings.trash.untitled")
                : conversation.title();
    }

    /** The name a backup made today is given, such as {@code prosa-2026-11-22.zip}. */
    String backupName(LocalDate today) {
        return String.format(Locale.ROOT, "prosa-%s.zip", today);
    }

    void backUp(Path target) {
        saving.start(
                texts.get("settings.backup.running"),
                () -> {
                    backup.accept(target);
                    return target;
                },
                file -> texts.get("settings.backup.done", file.toString()));
    }
}
