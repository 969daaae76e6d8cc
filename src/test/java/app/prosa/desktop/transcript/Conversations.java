package app.prosa.desktop.transcript;

import app.prosa.conversation.Author;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Failure;
import app.prosa.conversation.Message;
import app.prosa.conversation.Message.AttachmentInfo;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.ReplyMeta;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages to show. */
public final class Conversations {
    static final ConversationId ID = ConversationId.next();
    private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");
    private static final ReplyMeta META =
            new ReplyMeta(
                    new ModelRef("demo", "llama-3.3-70b"),
                    new ReplyMeta.Usage(812, 1234),
                    Duration.ofMillis(640),
                    Duration.ofMillis(12_300),
                    Duration.ofSeconds(19));

    static final String RICH =
            """
            # A short tour

            Everything **bold**, *italic*, ~~gone~~, `inline code` and [a link](https://example.org/a). \
            Some more words so that the paragraph wraps over at least two lines in a column of this width.

            ## Lists

            - first item, with `code`
            - second item
              - nested one
              - nested two, which is long enough to wrap onto a second line when the column is as narrow as it is here
            - [x] done task
            - [ ] open task

            1. one
            2. two

               with a second paragraph
            10. many

            > A quote with two paragraphs.
            >
            > > and one inside
            >
            > - and a list

            ```java
            /** Greets. */
            record Greeting(String name, int times) {
                static final int MAX = 0x2A; // the answer
                String text() {
                    return "Hello, " + name.repeat(times) + "! This line is much longer than the column is wide, so it scrolls sideways.";
                }
            }
            ```

            | Model | Context | Price |
            |:------|:-------:|------:|
            | small | 8k | US$ 0.10 |
            | large, with **bold** words | 128k | US$ 2.00 |

            ---

            Mixed: ação, 日本語のテキスト, emoji 👩‍👩‍👧‍👦 🇧🇷 👍🏽, and a bare link https://example.com/path?q=1.
            """;

    private Conversations() {}

    public static Message message(int position, Author author, String text) {
        return message(position, author, text, "", MessageState.COMPLETE, null);
    }

    public static Message message(
            int position,
            Author author,
            String text,
            String reasoning,
            MessageState state,
            @Nullable Failure failure) {
        return new Message(
                MessageId.next(),
                ID,
                position,
                null,
                author,
                text,
                reasoning,
                state,
                failure,
                author == Author.ASSISTANT && state == MessageState.COMPLETE ? META : null,
                START.plusSeconds(position * 60L),
                1,
                1,
                false,
                false,
                List.of());
    }

    static Message with(Message m, int version, int versions, boolean pinned) {
        return m.withVersion(version, versions).withMarks(pinned, m.deleted());
    }

    static Message with(Message m, AttachmentInfo... files) {
        return m.withAttachments(List.of(files));
    }

    public static Message deleted(Message m) {
        return m.withMarks(m.pinned(), true);
    }

    static Message with(Message m, String text, String reasoning, MessageState state) {
        return m.withText(text, reasoning)
                .withEnd(state, m.failure(), state == MessageState.COMPLETE ? META : null);
    }

    /** As long as it may be. */
    static Message cutShort(Message m) {
        ReplyMeta cut = new ReplyMeta(META.model(), META.usage(), null, null, META.total(), true);
        return m.withEnd(MessageState.COMPLETE, null, cut);
    }

    /** Of another conversation. */
    static Message elsewhere() {
        Message m = message(0, Author.USER, "x");
        return new Message(
                m.id(),
                ConversationId.next(),
                0,
                null,
                m.author(),
                "x",
                "",
                m.state(),
                null,
                null,
                m.createdAt(),
                1,
                1,
                false,
                false,
                List.of());
    }

    /** Questions and answers, of many lengths. */
    public static List<Message> many(int count) {
        List<Message> messages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            messages.add(i % 2 == 0 ? question(i) : answer(i));
        }
        return messages;
    }

    private static Message question(int i) {
        return message(i, Author.USER, "Question " + i + ": how does this work?\nPlease be short.");
    }

    private static Message answer(int i) {
        StringBuilder text = new StringBuilder("Answer " + i + ". ");
        text.append(
                "Some words of *prose* that fill a line or two of the column. ".repeat(1 + i % 7));
        if (i % 5 == 0) {
            text.append(
                    "\n\n- an item\n- another\n\n```python\nfor x in range(10):\n    print(x)  # ok\n```\n");
        }
        if (i % 11 == 0) {
            text.append("\n\n|a|b|\n|-|-|\n|1|2|\n|3|4|\n");
        }
        return message(i, Author.ASSISTANT, text.toString());
    }

    /** One of everything. */
    static List<Message> tour() {
        List<Message> all = new ArrayList<>();
        add(
                all,
                with(
                        message(
                                0,
                                Author.USER,
                                "Please show me *everything* you can draw.\nBoth lines."),
                        new AttachmentInfo("pasted.txt", "text/plain", 48_211),
                        new AttachmentInfo("photo.png", "image/png", 2_411_000)));
        add(
                all,
                with(
                        message(
                                1,
                                Author.ASSISTANT,
                                RICH,
                                "First I **think** about it.\n\nThen I think again, at more length, until it is clear.",
                                MessageState.COMPLETE,
                                null),
                        2,
                        3,
                        true));
        add(
                all,
                message(
                        2,
                        Author.USER,
                        "A long program, please.\n\n```\ncode in a question\n```\n\nand a last line."));
        StringBuilder code = new StringBuilder("Here it is:\n\n```python\n");
        for (int i = 1; i <= 120; i++) {
            code.append("def step_").append(i).append("(x):  # number ").append(i).append("\n");
        }
        add(all, message(3, Author.ASSISTANT, code + "```\n\nThat was all."));
        add(
                all,
                message(
                        4,
                        Author.USER,
                        "مرحبا بالعالم، هذا نص طويل من اليمين إلى اليسار with some English inside."));
        add(all, message(5, Author.ASSISTANT, "Half an ans", "", MessageState.STOPPED, null));
        add(all, message(6, Author.USER, "Again?"));
        add(
                all,
                message(
                        7,
                        Author.ASSISTANT,
                        "The connection",
                        "",
                        MessageState.INTERRUPTED,
                        Failure.of(Failure.Kind.CONNECTION_LOST)));
        add(all, message(8, Author.USER, "And again?"));
        add(
                all,
                message(
                        9,
                        Author.ASSISTANT,
                        "",
                        "",
                        MessageState.FAILED,
                        Failure.of(Failure.Kind.RATE_LIMITED)));
        add(all, message(10, Author.OPERATOR, "I take over from here.\n\nBest regards, a person."));
        add(all, message(11, Author.NOTE, "The conversation was handed back to the model."));
        add(all, message(12, Author.USER, "Thanks!"));
        add(all, message(13, Author.ASSISTANT, "", "", MessageState.STREAMING, null));
        return all;
    }

    private static void add(List<Message> all, Message message) {
        all.add(message);
    }
}
