package app.prosa.desktop.chat;

import app.prosa.conversation.Attachment;
import app.prosa.desktop.PageContext;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;

/** Brings files and pictures into the composer. */
final class Attaching {
    private final PageContext context;
    private final ComposerViewModel composing;
    private final Commands commands;

    Attaching(PageContext context, ComposerViewModel composing, Commands commands) {
        this.context = context;
        this.composing = composing;
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
            commands.run(() -> AttachedFiles.read(files), this::attach);
        }
    }

    private void encode(Image image) {
        commands.run(
                () ->
                        new Attachment(
                                context.texts().get("chat.attachment.image"),
                                "image/png",
                                Png.encode(image)),
                attachment -> composing.attach(List.of(attachment)));
    }

    private void attach(AttachedFiles.Outcome outcome) {
        composing.attach(outcome.attachments());
        if (!outcome.refused().isEmpty()) {
            String names = String.join(", ", outcome.refused());
            context.navigation().toast(context.texts().get("chat.attach.refused", names));
        }
    }
}
