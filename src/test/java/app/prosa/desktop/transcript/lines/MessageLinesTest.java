package app.prosa.desktop.transcript.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Author;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.desktop.markdown.Mark;
import app.prosa.desktop.markdown.RichText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MessageLinesTest {
    private static final MessageId ID = MessageId.next();
    private static final ConversationId CONVERSATION = ConversationId.next();

    private static Message message(
            Author author, String text, String reasoning, MessageState state) {
        return new Message(
                ID,
                CONVERSATION,
                0,
                null,
                author,
                text,
                reasoning,
                state,
                null,
                null,
                Instant.EPOCH,
                1,
                1,
                false,
                false,
                List.of());
    }

    private static Message reply(String text) {
        return message(Author.ASSISTANT, text, "", MessageState.COMPLETE);
    }

    private static <T extends Line> List<T> lines(Message message, Class<T> kind) {
        return MessageLines.of(message).lines().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Test
    void a_long_code_block_is_many_small_chunks_with_all_of_its_text() {
        String code = "int value = 1; // line\n".repeat(10_000).strip();
        List<Line.CodeChunk> chunks =
                lines(reply("```java\n" + code + "\n```"), Line.CodeChunk.class);
        assertTrue(chunks.size() > 600);
        assertTrue(chunks.stream().allMatch(c -> c.rich().text().lines().count() <= 15));
        assertEquals(
                code, chunks.stream().map(Line.CodeChunk::text).collect(Collectors.joining("\n")));
        assertEquals(30, chunks.get(2).firstLine());
    }

    @Test
    void a_very_long_line_of_code_is_cut_without_losing_anything() {
        String line = "a".repeat(1999) + "😀" + "b".repeat(10_000);
        List<Line.CodeChunk> chunks =
                lines(reply("```\nx\n" + line + "\ny\n```"), Line.CodeChunk.class);
        StringBuilder whole = new StringBuilder();
        for (Line.CodeChunk chunk : chunks) {
            whole.append(whole.isEmpty() ? "" : chunk.gap().plain()).append(chunk.text());
        }
        assertEquals("x\n" + line + "\ny", whole.toString());
        assertTrue(chunks.stream().noneMatch(c -> Character.isHighSurrogate(last(c.text()))));
    }

    private static char last(String text) {
        return text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
    }

    @Test
    void a_megabyte_without_a_space_is_cut_between_whole_characters() {
        String family = "👩‍👩‍👧‍👦";
        String text = family.repeat(1_000_000 / family.length());
        assertTimeout(
                Duration.ofSeconds(60),
                () -> {
                    List<Line.Text> parts = lines(reply(text), Line.Text.class);
                    assertTrue(parts.stream().allMatch(p -> p.rich().length() <= TextCut.LONGEST));
                    assertTrue(parts.stream().allMatch(p -> p.text().startsWith(family)));
                    assertEquals(
                            text, parts.stream().map(Line::text).collect(Collectors.joining()));
                });
    }

    @Test
    void markers_stand_on_the_first_line_of_an_item_only() {
        List<Line.Text> lines = lines(reply("9. a\n\n   b\n10. c"), Line.Text.class);
        assertEquals(
                List.of("9.", "", "10."),
                lines.stream().map(l -> ((Edge.Indent) l.edges().getFirst()).marker()).toList());
    }

    @Test
    void quotes_nested_without_end_are_shown_a_few_levels_deep() {
        List<Line.Text> lines = lines(reply(">".repeat(100_000) + "x"), Line.Text.class);
        assertTrue(lines.getFirst().edges().size() <= 8);
    }

    @Test
    void reasoning_is_told_from_the_answer() {
        MessageLines lines =
                MessageLines.of(
                        message(Author.ASSISTANT, "so", "first\n\nthen", MessageState.COMPLETE));
        assertTrue(lines.lines().getFirst() instanceof Line.ReasoningHead);
        assertTrue(lines.isReasoning(1) && lines.isReasoning(2));
        assertTrue(!lines.isReasoning(0) && !lines.isReasoning(3));
    }

    @Test
    void a_deleted_message_has_no_lines() {
        Message deleted = reply("x").withMarks(false, true);
        assertEquals(List.of(), MessageLines.of(deleted).lines());
    }

    @Test
    void code_is_highlighted() {
        RichText code = Highlighter.highlight("int x = 42; // \"why\"\n\"a\\\"b\"", "java");
        assertEquals(Set.of(Mark.KEYWORD), code.spanAt(0).orElseThrow().marks());
        assertEquals(Set.of(), code.spanAt(4).orElseThrow().marks());
        assertEquals(Set.of(Mark.NUMBER), code.spanAt(8).orElseThrow().marks());
        assertEquals(Set.of(Mark.COMMENT), code.spanAt(16).orElseThrow().marks());
        assertEquals(Set.of(Mark.STRING), code.spanAt(code.length() - 1).orElseThrow().marks());
        assertEquals(
                Set.of(Mark.KEYWORD),
                Highlighter.highlight("SELECT 1", "sql").spanAt(0).orElseThrow().marks());
        assertEquals(
                Set.of(Mark.KEYWORD),
                Highlighter.highlight("</div>", "html").spanAt(2).orElseThrow().marks());
        assertEquals("anything", Highlighter.highlight("anything", "nonsense").text());
    }

    @Test
    void highlighting_takes_a_time_in_proportion() {
        String bomb = "/*\"'`#".repeat(160_000);
        assertTimeout(
                Duration.ofSeconds(60),
                () -> {
                    for (String language : List.of("java", "js", "python", "html", "lua", "css")) {
                        assertEquals(bomb, Highlighter.highlight(bomb, language).text());
                    }
                });
    }

    @RepeatedTest(30)
    void a_reply_that_streams_ends_as_one_that_came_whole(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String thought = "Let me *see*.\n\n- a\n- b\n\n```py\nx = 1\n```\n";
        String text =
                "# T\n\nwords **and** words\n\n```java\nint a;\n"
                        + "int b;\n".repeat(40)
                        + "```\n\n|a|b|\n|-|-|\n|1|2|\n\nend";
        LiveLines live = new LiveLines();
        int said = 0;
        int thoughtSoFar = 0;
        while (said < text.length()) {
            if (thoughtSoFar < thought.length()) {
                thoughtSoFar = Math.min(thought.length(), thoughtSoFar + 1 + random.nextInt(9));
            } else {
                said = Math.min(text.length(), said + 1 + random.nextInt(30));
            }
            Message now =
                    message(
                            Author.ASSISTANT,
                            text.substring(0, said),
                            thought.substring(0, thoughtSoFar),
                            MessageState.STREAMING);
            assertEquals(MessageLines.of(now), live.next(now));
        }
        Message whole = message(Author.ASSISTANT, text, thought, MessageState.COMPLETE);
        assertEquals(MessageLines.of(whole), live.next(whole));
    }

    @Test
    void lines_that_did_not_change_are_the_same_objects() {
        LiveLines live = new LiveLines();
        Message first = message(Author.ASSISTANT, "one\n\ntwo", "", MessageState.STREAMING);
        Message second = message(Author.ASSISTANT, "one\n\ntwo three", "", MessageState.STREAMING);
        Line before = live.next(first).lines().getFirst();
        assertSame(before, live.next(second).lines().getFirst());
    }
}
