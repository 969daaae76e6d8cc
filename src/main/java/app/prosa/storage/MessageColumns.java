package app.prosa.storage;

import app.prosa.conversation.Author;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Failure;
import app.prosa.conversation.Message;
import app.prosa.conversation.Message.AttachmentInfo;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.ReplyMeta;
import app.prosa.conversation.ReplyMeta.Usage;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message as columns, and columns as a message. */
final class MessageColumns {
    /** The order that {@link #read} and {@link #values} go by. */
    static final String NAMES =
            """
            number, conversation_id, position, parent, author, text, reasoning, state,
            failure_kind, failure_detail, failure_retry_ms, reply_provider, reply_model,
            prompt_tokens, completion_tokens, first_token_ms, reasoning_ms, total_ms, cut_short,
            created_at, version, versions, pinned, deleted, attachments\
            """;

    private MessageColumns() {}

    /**
     * A message whose attachments are counted, but not looked up yet.
     *
     * @param message with an empty list of them
     */
    record Counted(Message message, int attachments) {
        Message with(List<AttachmentInfo> infos) {
            return message.withAttachments(infos);
        }
    }

    static Counted read(Row row) throws SQLException {
        long number = row.big();
        ConversationId conversation = new ConversationId(row.uuid());
        Message message =
                new Message(
                        Numbers.id(conversation, number),
                        conversation,
                        row.number(),
                        Numbers.idOrNull(conversation, row.bigOrNull()),
                        Author.valueOf(row.text()),
                        row.text(),
                        row.text(),
                        MessageState.valueOf(row.text()),
                        failure(row),
                        meta(row),
                        row.instant(),
                        row.number(),
                        row.number(),
                        row.flag(),
                        row.flag(),
                        List.of());
        return new Counted(message, row.number());
    }

    private static @Nullable Failure failure(Row row) throws SQLException {
        String kind = row.textOrNull();
        String detail = row.textOrNull();
        Duration retryAfter = row.durationOrNull();
        return kind == null || detail == null
                ? null
                : new Failure(Failure.Kind.valueOf(kind), detail, retryAfter);
    }

    private static @Nullable ReplyMeta meta(Row row) throws SQLException {
        String provider = row.textOrNull();
        String model = row.textOrNull();
        Integer prompt = row.numberOrNull();
        Integer completion = row.numberOrNull();
        Duration firstToken = row.durationOrNull();
        Duration reasoning = row.durationOrNull();
        Duration total = row.durationOrNull();
        boolean cutShort = row.flag();
        if (provider == null || model == null || total == null) {
            return null;
        }
        Usage usage = prompt == null || completion == null ? null : new Usage(prompt, completion);
        return new ReplyMeta(
                new ModelRef(provider, model), usage, firstToken, reasoning, total, cutShort);
    }

    static Parameters values(Message m) {
        Parameters values =
                new Parameters()
                        .number(Numbers.of(m.id()))
                        .uuid(m.conversationId().value())
                        .number(m.position())
                        .number(Numbers.orNull(m.parentId()))
                        .name(m.author())
                        .text(m.text())
                        .text(m.reasoning())
                        .name(m.state());
        outcome(values, m.failure(), m.meta());
        return values.millis(m.createdAt())
                .number(m.version())
                .number(m.versions())
                .flag(m.pinned())
                .flag(m.deleted())
                .number(m.attachments().size());
    }

    /** As it is read later. */
    static @Nullable Failure kept(@Nullable Failure failure) {
        return failure == null
                ? null
                : new Failure(failure.kind(), failure.detail(), kept(failure.retryAfter()));
    }

    /** As it is read later. */
    static @Nullable ReplyMeta kept(@Nullable ReplyMeta meta) {
        return meta == null
                ? null
                : new ReplyMeta(
                        meta.model(),
                        meta.usage(),
                        kept(meta.firstToken()),
                        kept(meta.reasoning()),
                        meta.total().truncatedTo(ChronoUnit.MILLIS),
                        meta.cutShort());
    }

    private static @Nullable Duration kept(@Nullable Duration time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The columns from {@code failure_kind} to {@code cut_short}. */
    static void outcome(Parameters values, @Nullable Failure failure, @Nullable ReplyMeta meta) {
        Usage usage = meta == null ? null : meta.usage();
        values.name(failure == null ? null : failure.kind())
                .text(failure == null ? null : failure.detail())
                .millis(failure == null ? null : failure.retryAfter())
                .text(meta == null ? null : meta.model().provider())
                .text(meta == null ? null : meta.model().model())
                .number(usage == null ? null : usage.promptTokens())
                .number(usage == null ? null : usage.completionTokens())
                .millis(meta == null ? null : meta.firstToken())
                .millis(meta == null ? null : meta.reasoning())
                .millis(meta == null ? null : meta.total())
                .flag(meta != null && meta.cutShort());
    }
}
