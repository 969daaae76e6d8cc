package app.prosa.desktop.transcript.lines;

import app.prosa.conversation.Author;
import app.prosa.conversation.Failure;
import app.prosa.conversation.Message.AttachmentInfo;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.ReplyMeta;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.Trouble;
import app.prosa.desktop.markdown.Block;
import app.prosa.desktop.markdown.RichText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One row of a message. */
public sealed interface Line {

    /** What can be selected in it; offsets of a selection count in it. */
    default String text() {
        return "";
    }

    /** The distance from the line above, and what stands between them in plain text. */
    default Gap gap() {
        return Gap.BLOCK;
    }

    /** A line that belongs to the text of the message. */
    sealed interface Content extends Line {
        List<Edge> edges();
    }

    /** Text that wraps: a paragraph, a heading, or a part of a very long one. */
    record Text(List<Edge> edges, Gap gap, Look look, RichText rich) implements Content {
        @Override
        public String text() {
            return rich.text();
        }
    }

    /** The size of a text. */
    enum Look {
        BODY,
        H1,
        H2,
        H3,
        H4
    }

    /**
     * The bar above a code block.
     *
     * @param block counts the code blocks of the message, from 0
     */
    record CodeHead(List<Edge> edges, Gap gap, int block, String language, String code, int lines)
            implements Content {}

    /**
     * A few lines of a code block.
     *
     * @param firstLine of the block, from 0
     */
    record CodeChunk(List<Edge> edges, Gap gap, int block, int firstLine, RichText rich)
            implements Content {
        @Override
        public String text() {
            return rich.text();
        }
    }

    /** The end of a code block, where a long one is opened. */
    record CodeFoot(List<Edge> edges, int block, int lines) implements Content {
        @Override
        public Gap gap() {
            return Gap.NONE;
        }
    }

    /** A row of a table. */
    record TableRow(
            List<Edge> edges,
            Gap gap,
            int table,
            List<Column> columns,
            List<RichText> cells,
            boolean header,
            boolean last)
            implements Content {
        @Override
        public String text() {
            return cells.stream().map(RichText::text).collect(Collectors.joining("\t"));
        }
    }

    /**
     * A column of a table.
     *
     * @param longest characters of its longest cell
     * @param word characters of its longest word
     */
    record Column(Block.Align align, int longest, int word) {}

    /** A line across. */
    record Rule(List<Edge> edges, Gap gap) implements Content {}

    /** Who wrote it, where that is not plain from its looks. */
    record Byline(Author author) implements Line {
        @Override
        public Gap gap() {
            return Gap.NONE;
        }
    }

    record Attachments(List<AttachmentInfo> files) implements Line {}

    /**
     * The bar that opens the reasoning.
     *
     * @param took how long the model reasoned, if that is known
     * @param writing it still does
     */
    record ReasoningHead(@Nullable Duration took, boolean writing) implements Line {}

    /** The reply is being written. */
    record Writing() implements Line {}

    /** Why the reply is not whole. */
    record Notice(MessageState state, @Nullable Failure failure, @Nullable ModelRef model)
            implements Line {}

    /**
     * The reply is as long as it may be.
     *
     * @param begun there is some of the answer; otherwise all went into the reasoning
     */
    record CutShort(boolean begun) implements Line {}

    /**
     * It did not arrive where it was sent.
     *
     * @param trouble why not, or null if nobody knows
     */
    record Undelivered(@Nullable Trouble trouble) implements Line {}

    /**
     * The actions, the versions and how the reply was made.
     *
     * @param delivery how far it is on its way to somebody elsewhere, or null if it goes nowhere
     */
    record Footer(
            MessageId id,
            Author author,
            int version,
            int versions,
            boolean pinned,
            @Nullable ReplyMeta meta,
            Instant createdAt,
            @Nullable Delivery delivery)
            implements Line {
        Footer with(Delivery now) {
            return new Footer(id, author, version, versions, pinned, meta, createdAt, now);
        }

        @Override
        public Gap gap() {
            return Gap.TIGHT;
        }
    }
}
