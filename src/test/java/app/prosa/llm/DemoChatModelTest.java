package app.prosa.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ChatOutcome;
import app.prosa.conversation.ChatRequest;
import app.prosa.conversation.ChatRequest.Part;
import app.prosa.conversation.ChatRequest.Role;
import app.prosa.conversation.ModelRef;
import app.prosa.settings.Language;
import app.prosa.settings.Preset;
import app.prosa.settings.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoChatModelTest {
    private final Collected sink = new Collected();
    private Duration pace = Duration.ZERO;

    private ChatOutcome ask(Language window, String... asked) throws InterruptedException {
        List<Part> parts = new ArrayList<>();
        for (String text : asked) {
            parts.add(new Part(Role.USER, text, List.of()));
        }
        return new DemoChatModel(() -> Texts.in(window), () -> pace)
                .stream(new ChatRequest(new ModelRef("d", "demo"), "", parts, null, null), sink);
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, hmm, Demo.", "PORTUGUESE, hmm, Demonstração."})
    void every_answer_says_that_it_is_a_demo(Language window, String asked, String label)
            throws Exception {
        ChatOutcome outcome = ask(window, asked);

        assertTrue(sink.answer().startsWith("**" + label), sink.answer());
        assertNull(outcome.usage(), "nothing is invented");
        assertEquals("", sink.reasoning());
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, Mostre uma tabela por favor, Demonstração",
        "PORTUGUESE, Please show me a table, Demo.",
        "PORTUGUESE, xyz, Demonstração"
    })
    void it_answers_in_the_language_of_the_question(Language window, String asked, String label)
            throws Exception {
        ask(window, asked);

        assertTrue(sink.answer().contains(label), sink.answer());
    }

    @ParameterizedTest
    @CsvSource({
        "Show me a table, | --- |",
        "Write some Java code, ```java",
        "How do I connect a model?, Ollama",
        "Quero ver código!, ```java"
    })
    void a_keyword_chooses_the_answer(String asked, String part) throws Exception {
        ask(Language.ENGLISH, asked);

        assertTrue(sink.answer().contains(part), sink.answer());
    }

    @Test
    void one_answer_is_reasoned_before() throws Exception {
        ask(Language.ENGLISH, "Think about it");

        assertTrue(sink.reasoning().length() > 100);
        assertTrue(sink.answer().contains("0.05"));
    }

    @Test
    void it_repeats_a_little_of_what_was_asked() throws Exception {
        ask(Language.ENGLISH, "Tell\n\nme " + "👩‍🚀".repeat(200));

        assertTrue(sink.answer().contains("“Tell me 👩"), sink.answer());
        assertTrue(sink.answer().contains("…”"), sink.answer());
    }

    @Test
    void the_next_answer_is_another_one() throws Exception {
        ask(Language.ENGLISH, "a");
        String first = sink.answer();
        sink.answers.clear();
        ask(Language.ENGLISH, "a", "a");

        assertNotEquals(first, sink.answer());
    }

    @Test
    void words_come_one_by_one_and_make_the_whole_text() throws Exception {
        ask(Language.ENGLISH, "Show me code");

        assertTrue(sink.answers.size() > 30);
        assertTrue(sink.answer().contains("    String text() {\n"), sink.answer());
    }

    @Test
    void it_can_be_stopped() throws Exception {
        pace = Duration.ofSeconds(20);
        CountDownLatch stopped = new CountDownLatch(1);
        Thread asking =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                ask(Language.ENGLISH, "Hi");
                            } catch (InterruptedException e) {
                                stopped.countDown();
                            }
                        });
        asking.interrupt();
        stopped.await();

        assertEquals("", sink.answer());
    }

    @Test
    void it_is_reached_through_the_settings_like_any_other() throws Exception {
        try (Models models = Rig.models(Preset.DEMO, "", null)) {
            assertEquals(List.of("demo"), models.models(Rig.PROVIDER));
            models.stream(Rig.request("demo", "Hi"), sink);
            assertFalse(sink.answer().isEmpty());
        }
    }
}
