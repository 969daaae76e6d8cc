package app.prosa.desktop.transcript;

import app.prosa.conversation.Author;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.ReplyMeta;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message of each kind, which nobody reads. */
final class RehearsedMessages {
    private static final ReplyMeta META =
            new ReplyMeta(
                    new ModelRef("demo", "demo"),
                    new ReplyMeta.Usage(1, 1),
                    Duration.ofMillis(1),
                    null,
                    Duration.ofSeconds(1));

    static final List<Message> ALL =
            List.of(
                    message(Author.USER, "Olá, mundo!", null),
                    message(
                            Author.ASSISTANT,
                            "One **two** *three* `four` [five](https://a.example).",
                            META),
                    message(Author.ASSISTANT, "```java\nint six = 6; // seven\n```", META),
                    message(Author.ASSISTANT, "| a | b |\n|---|--:|\n| 8 | *9* |", META),
                    message(Author.ASSISTANT, "## Ten\n\n1. one\n   - two\n\n> three 🙂", META));

    private RehearsedMessages() {}

    private static Message message(Author author, String text, @Nullable ReplyMeta meta) {
        return new Message(
                MessageId.next(),
                ConversationId.next(),
                0,
                null,
                author,
                text,
                "",
                MessageState.COMPLETE,
                null,
                meta,
                Instant.EPOCH,
                1,
                1,
                false,
                false,
                List.of());
    }
}
