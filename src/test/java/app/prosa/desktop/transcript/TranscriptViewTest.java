package app.prosa.desktop.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Author;
import app.prosa.conversation.Failure;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.desktop.Fx;
import app.prosa.desktop.transcript.layout.Placed;
import app.prosa.desktop.transcript.lines.Line;
import app.prosa.desktop.transcript.rows.RowNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TranscriptViewTest extends TranscriptWindow {
    TranscriptViewTest() throws Exception {}

    @Test
    void a_long_conversation_opens_at_its_end_with_few_nodes() throws Exception {
        show(Conversations.many(10_000));
        Fx.run(() -> {
            assertEquals(9_999, placed().getLast().slot());
            assertTrue(view.viewport().getChildrenUnmodifiable().size() < 150);
            assertTrue(view.isFollowing());
        });
    }

    @Test
    void everything_that_a_message_can_be_is_drawn() throws Exception {
        show(Conversations.tour());
        for (int slot = 13; slot >= 0; slot--) {
            int position = slot;
            Fx.run(() -> view.reveal(position));
            awaitReady();
            Fx.run(() ->
                    rows().forEach(r ->
                            assertTrue(r.getHeight() > 0 || r.line().text().isEmpty())));
        }
        Fx.run(() ->
                assertTrue(
                        shownText().contains("A short tour") || placed().getFirst().slot() == 0));
    }

    @Test
    void streaming_text_is_followed_at_the_end_and_moves_nothing_elsewhere() throws Exception {
        ListSource source = show(Conversations.many(200));
        Message reply =
                Conversations.message(
                        200, Author.ASSISTANT, "Begin", "", MessageState.STREAMING, null);
        Fx.run(() -> source.add(reply));
        Fx.await("the reply shows", () -> shownText().contains("Begin"));
        Fx.run(() -> source.set(grown(reply, "Begin\n\n" + "more words\n\n".repeat(100) + "end")));
        Fx.await("the end is followed", () -> shownText().endsWith("end\n"));

        Fx.run(() -> scroll(300));
        awaitReady();
        Fx.run(() -> assertFalse(view.isFollowing()));
        Placed steady = Fx.call(() -> placed().getFirst());
        Fx.run(() -> source.set(grown(reply, "Begin\n\n" + "more words\n\n".repeat(200) + "last")));
        awaitReady();
        Fx.run(() -> assertEquals(steady, placed().getFirst()));
        Fx.await(
                "the pill says that there is more",
                () -> "New messages".equals(pill().getText()) && pill().isVisible());

        Fx.run(() -> pill().fire());
        Fx.await("the end shows again", () -> shownText().contains("last"));
        Fx.run(() -> assertTrue(view.isFollowing() && !pill().isVisible()));
    }

    @Test
    void a_reader_who_comes_down_to_the_end_follows_it_again() throws Exception {
        show(Conversations.many(50));
        Fx.run(() -> scroll(500));
        awaitReady();
        Fx.run(() -> assertFalse(view.isFollowing()));
        Fx.run(() -> scroll(-5_000));
        Fx.await("it follows", view::isFollowing);
    }

    @Test
    void the_position_is_found_again() throws Exception {
        ListSource source = show(Conversations.many(1_000));
        Fx.run(() -> view.reveal(500));
        awaitReady();
        Fx.run(() -> scroll(-77));
        awaitReady();
        ScrollPosition position = Fx.call(() -> view.position());
        List<Placed> before = Fx.call(this::placed);
        Fx.run(() -> view.show(new ListSource(Conversations.many(3)), ScrollPosition.END));
        awaitReady();
        Fx.run(() -> view.show(source, position));
        awaitReady();
        Fx.await("the same rows show", () -> placed().equals(before));
    }

    @Test
    void a_message_that_cannot_be_drawn_shows_its_raw_text() throws Exception {
        List<Message> messages = new ArrayList<>(Conversations.many(4));
        messages.set(
                1,
                Conversations.message(
                        1,
                        Author.ASSISTANT,
                        "**half**",
                        "",
                        MessageState.FAILED,
                        Failure.of(Failure.Kind.INTERNAL)));
        show(messages);
        Fx.await("the raw text shows", () -> shownText().contains("**half**"));
        Fx.run(() -> assertTrue(shownText().contains("Question 2")));
    }

    @Test
    void a_deleted_message_takes_no_room() throws Exception {
        List<Message> messages = Conversations.many(4);
        ListSource source = show(messages);
        Fx.run(() -> source.set(Conversations.deleted(messages.get(2))));
        Fx.await("it is gone", () -> placed().stream().noneMatch(p -> p.slot() == 2));
        Fx.run(() -> source.set(messages.get(2)));
        Fx.await("it is back", () -> placed().stream().anyMatch(p -> p.slot() == 2));
    }

    @Test
    void reasoning_and_long_code_open_and_close_in_place() throws Exception {
        String code = "line\n".repeat(100);
        show(
                List.of(
                        Conversations.message(
                                0,
                                Author.ASSISTANT,
                                "```\n" + code + "```\n\nafter",
                                "deep thought",
                                MessageState.COMPLETE,
                                null)));
        Fx.run(() -> assertFalse(shownText().contains("deep thought")));
        Fx.run(() -> view.viewport().toTop());
        awaitReady();
        Fx.run(() -> button(0, "Thought for 12 s").fire());
        Fx.await("the reasoning shows", () -> shownText().contains("deep thought"));
        Fx.run(() -> button(0, "Thought for 12 s").fire());
        Fx.await("it is closed again", () -> !shownText().contains("deep thought"));
        long folded = Fx.call(() -> shownText().lines().filter("line"::equals).count());
        assertEquals(30, folded);
        Fx.run(() -> view.follow());
        awaitReady();
        Fx.run(() -> button(0, "Show all 100 lines").fire());
        Fx.await("more lines show", () -> shownText().lines().filter("line"::equals).count() > 30);
    }

    @Test
    void zoom_and_width_lay_out_anew_and_keep_the_place() throws Exception {
        show(Conversations.many(200));
        Fx.run(() -> view.reveal(100));
        awaitReady();
        double before = Fx.call(() -> rows().getFirst().getHeight());
        Fx.run(() -> root.setStyle("-fx-font-size: 28px"));
        Fx.await(
                "it is larger",
                () ->
                        placed().getFirst().slot() == 100
                                && rows().getFirst().getHeight() > before * 1.5);
        Fx.run(() -> root.setStyle("-fx-font-size: 14px"));
        Fx.await("it is as before", () -> rows().getFirst().getHeight() == before);
        double narrow = Fx.call(() -> rows().getFirst().getWidth());
        assertEquals(760, narrow, 1);
        Fx.run(() -> {
            view.setWide(true);
            stage.setWidth(990);
        });
        Fx.await("it is wide", () -> Math.abs(rows().getFirst().getWidth() - 896) < 2);
    }

    @Test
    void nothing_is_laid_out_while_nothing_happens() throws Exception {
        List<Message> tour = Conversations.tour();
        show(tour);
        // Messages out of sight are made ahead, and each of them has the layout done again.
        Fx.await(
                "all of them are made",
                () ->
                        IntStream.range(0, tour.size())
                                .allMatch(position -> view.viewport().slots().isReady(position)));
        awaitReady();
        int[] layouts = {0};
        Fx.run(() -> view.viewport().needsLayoutProperty().subscribe(n -> layouts[0] += n ? 1 : 0));
        int[] pulses = {0};
        Fx.await("half a second of pulses", () -> ++pulses[0] > 30);
        assertTrue(layouts[0] <= 1, () -> layouts[0] + " layouts");
    }

    @Test
    void text_from_right_to_left_is_drawn_at_every_width() throws Exception {
        String text =
                "مرحبا بالعالم، هذا نص طويل من اليمين إلى اليسار with English שלום עולם ".repeat(4);
        show(List.of(Conversations.message(0, Author.USER, text)));
        for (int width = 300; width < 900; width += 61) {
            int wanted = width;
            Fx.run(() -> stage.setWidth(wanted));
            Fx.await(
                    "it is laid out",
                    () ->
                            Math.abs(view.getWidth() - wanted) < 60
                                    && view.getWidth() == stage.getScene().getWidth()
                                    && !view.viewport().isNeedsLayout());
            Fx.run(() -> {
                root.layout();
                assertTrue(rows().getFirst().getHeight() > 20);
            });
        }
    }

    @Test
    void the_bold_header_of_a_table_of_short_words_is_one_line_high() throws Exception {
        String table = "|Número|Palavra|Ação|Moment|\n|-|-|-|-|\n|1|2|3|4|\n|5|6|7|8|";
        show(List.of(Conversations.message(0, Author.USER, table)));
        Fx.run(() -> {
            RowNode header = row(true);
            RowNode body = row(false);
            double line = view.viewport().em();
            assertTrue(
                    contentHeight(header) < contentHeight(body) + line,
                    () -> contentHeight(header) + " against " + contentHeight(body));
        });
    }

    private RowNode row(boolean header) {
        return rows().stream()
                .filter(r -> r.line() instanceof Line.TableRow row && row.header() == header)
                .findFirst()
                .orElseThrow();
    }

    /** Without the gap above. */
    private static double contentHeight(RowNode row) {
        return row.lookupAll(".cell").stream()
                .mapToDouble(cell -> cell.getLayoutBounds().getHeight())
                .max()
                .orElseThrow();
    }
}
