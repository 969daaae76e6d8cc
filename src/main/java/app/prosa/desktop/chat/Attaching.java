package app.prosa.desktop.chat;

import app.prosa.conversation.Attachment;
import app.prosa.desktop.PageContext;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;

/** Brings files and pictures into the composer. */
final class Attaching {
    private final PageContext context;
    private final Supplier<Consumer<List<Attachment>>> into;
    private final Commands commands;

    /**
     * @param into asked before the files are read: who takes them, wherever the page is by then
     */
    Attaching(PageContext context, Supplier<Consumer<List<Attachment>>> into, Commands commands) {
        this.context = context;
        this.into = into;
        this.commands = commands;
    }

    void choose() {
        read(context.dialogs().chooseFiles(context.texts().get("chat.attach.title")));
    }

    /**
     * @return whether there were files or a picture; they arrive a little later
     */
    boolean takeFrom(Clipboard clipboard) {
        if (clipboard.hasFiles()) {
            read(clipboard.getFiles().stream().map(File::toPath).toList());
            return true;
        }
        if (clipboard.hasImage() && !clipboard.hasString()) {
            encode(clipboard.getImage());
            return true;
        }
        return false;
    }

    private void read(List<Path> files) {
        if (!files.isEmpty()) {
            Consumer<List<Attachment>> taker = into.get();
            commands.run(() -> AttachedFiles.read(files), outcome -> attach(outcome, taker));
        }
    }

    private void encode(Image image) {
        Consumer<List<Attachment>> taker = into.get();
        commands.run(
                () ->
                        new Attachment(
                                context.texts().get("chat.attachment.image"),
                                "image/png",
                                Png.encode(image)),
                attachment -> taker.accept(List.of(attachment)));
    }

    private void attach(AttachedFiles.Outcome outcome, Consumer<List<Attachment>> taker) {
        taker.accept(outcome.attachments());
        if (!outcome.refused().isEmpty()) {
            String names = String.join(", ", outcome.refused());
            context.navigation().toast(context.texts().get("chat.attach.refused", names));
        }
    }
}
