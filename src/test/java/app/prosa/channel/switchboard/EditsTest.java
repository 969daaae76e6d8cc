package app.prosa.channel.switchboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.conversation.ChatRequest.Part;
import app.prosa.conversation.Message;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class EditsTest extends BoardRig {
    private void writes(String kind, int number, String text) {
        long now = Instant.now().getEpochSecond();
        telegram.deliver(
                """
                {"%s":{"message_id":%d,"date":%d,
                "from":{"id":%d,"is_bot":false,"first_name":"Ana"},
                "chat":{"id":%d,"type":"private","first_name":"Ana"},"text":"%s"}}
                """
                        .formatted(kind, number, now, ANA, ANA, text));
    }

    private void says(int number, String text) {
        writes("message", number, text);
    }

    private void edits(int number, String text) {
        writes("edited_message", number, text);
    }

    private List<String> texts() {
        return path(ANA).stream().map(Message::text).toList();
    }

    @Test
    void an_edit_before_the_answer_is_what_is_answered() {
        switchOn(r -> r.withQuietMillis(1_500));
        says(9_001, "Quanto cuta?");
        edits(9_001, "Quanto custa o frete?");
        awaitSent(ANA, "ok");
        assertEquals(1, model.requests().size());
        assertEquals(
                List.of("Quanto custa o frete?"),
                model.requests().getFirst().messages().stream().map(Part::text).toList());
        assertEquals(List.of("Quanto custa o frete?", "ok"), texts());
    }

    @Test
    void a_slip_that_is_put_right_after_the_answer_gets_no_other_one() {
        switchOn(r -> r);
        says(9_001, "Quanto cuta?");
        awaitSent(ANA, "ok");
        edits(9_001, "Quanto custa?");
        await(() -> texts().getFirst().equals("Quanto custa?"));
        says(9_002, "E agora?");
        awaitSent(ANA, "ok", "ok");
        assertEquals(List.of("Quanto custa?", "ok", "E agora?", "ok"), texts());
    }

    @Test
    void an_edit_that_adds_something_after_the_answer_is_a_message_of_its_own() {
        switchOn(r -> r);
        says(9_001, "Quanto custa?");
        awaitSent(ANA, "ok");
        edits(9_001, "Quanto custa o frete para Recife?");
        awaitSent(ANA, "ok", "ok");
        edits(9_001, "Quanto custa o frete para Recife?");
        says(9_002, "Obrigada");
        awaitSent(ANA, "ok", "ok", "ok");
        assertEquals(
                List.of(
                        "Quanto custa?",
                        "ok",
                        "[Edited] Quanto custa o frete para Recife?",
                        "ok",
                        "Obrigada",
                        "ok"),
                texts());
    }

    @Test
    void another_number_is_something() {
        switchOn(r -> r);
        says(9_001, "Reserve para o dia 12");
        awaitSent(ANA, "ok");
        edits(9_001, "Reserve para o dia 13");
        awaitSent(ANA, "ok", "ok");
    }

    @Test
    void an_edit_while_the_answer_is_written_is_answered_after_it() throws Exception {
        switchOn(r -> r);
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch edited = new CountDownLatch(1);
        model.then(sink -> {
            writing.countDown();
            edited.await();
            sink.answer("first");
        });
        says(9_001, "Quanto custa?");
        writing.await();
        edits(9_001, "Quanto custa o frete para Recife?");
        await(() -> path(ANA).size() == 3);
        edited.countDown();
        awaitSent(ANA, "first", "ok");
    }

    @Test
    void a_word_to_the_program_is_obeyed_also_when_it_was_mistyped() {
        switchOn(r -> r);
        says(9_001, "Para");
        awaitSent(ANA, "ok");
        edits(9_001, "Parar");
        await(() ->
                database.channels()
                        .correspondents()
                        .find(conversation(ANA).id())
                        .orElseThrow()
                        .optedOut());
    }

    @Test
    void an_edit_of_what_never_came_is_new() {
        switchOn(r -> r);
        says(9_000, "Oi");
        awaitSent(ANA, "ok");
        edits(9_001, "Quanto custa?");
        awaitSent(ANA, "ok", "ok");
    }
}
