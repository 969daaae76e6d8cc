package app.prosa.desktop.chat;

import app.prosa.conversation.Author;
import app.prosa.conversation.Message;
import app.prosa.desktop.PageContext;
import app.prosa.desktop.markdown.Block;
import app.prosa.desktop.markdown.LineBreaks;
import app.prosa.desktop.markdown.Markdown;
import app.prosa.settings.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Puts replies, code and whole conversations on the clipboard. */
final class Copies {
    private final PageContext context;

    Copies(PageContext context) {
        this.context = context;
    }

    void reply(Message reply) {
        put(reply.text());
    }

    void lastCode(Message reply) {
        lastCode(Markdown.parse(reply.text(), LineBreaks.JOINED)).ifPresent(this::put);
    }

    static Optional<String> lastCode(List<Block> blocks) {
        return blocks.reversed().stream()
                .filter(Block.Code.class::isInstance)
                .map(block -> ((Block.Code) block).code())
                .findFirst();
    }

    void conversation(List<Message> messages) {
        put(markdown(messages, context.texts()));
    }

    static String markdown(List<Message> messages, Texts texts) {
        return messages.stream()
                .filter(message -> !message.deleted() && !message.text().isBlank())
                .map(message -> "**" + name(message.author(), texts) + "**\n\n" + message.text())
                .collect(Collectors.joining("\n\n"));
    }

    private static String name(Author author, Texts texts) {
        return texts.get(
                switch (author) {
                    case USER -> "chat.author.user";
                    case ASSISTANT -> "chat.author.assistant";
                    case OPERATOR -> "chat.author.operator";
                    case NOTE -> "chat.author.note";
                });
    }

    private void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        context.navigation().toast(context.texts().get("chat.copied"));
    }
}
