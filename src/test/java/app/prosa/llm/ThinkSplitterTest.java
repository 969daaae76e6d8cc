package app.prosa.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThinkSplitterTest {
    private final Collected sink = new Collected();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'<think>a</think>b', a, b",
                "'  \n<think>\na b\n</think>\n\n b c', 'a b\n', 'b c'",
                "'plain', '', plain",
                "' plain', '', ' plain'",
                "'<b>bold</b>', '', '<b>bold</b>'",
                "'say <think>x</think>', '', 'say <think>x</think>'",
                "'<think></think>b', '', b",
                "'<think>a<b></thin</think>b', 'a<b></thin', b",
                "'<think>a</think>b<think>c</think>', a, 'b<think>c</think>'",
                "'<think>never ends', 'never ends', ''",
                "'<think>ends </thi', 'ends </thi', ''",
                "'<thin', '', '<thin'",
                "'<think>a</think>', a, ''"
            })
    void text_is_split_the_same_wherever_the_pieces_end(
            String text, String reasoning, String answer) {
        for (int size = 1; size <= text.length(); size++) {
            Collected pieces = new Collected();
            ThinkSplitter splitter = new ThinkSplitter(pieces);
            for (int i = 0; i < text.length(); i += size) {
                splitter.add(text.substring(i, Math.min(text.length(), i + size)));
            }
            splitter.end();
            assertEquals(reasoning, pieces.reasoning(), "pieces of " + size);
            assertEquals(answer, pieces.answer(), "pieces of " + size);
        }
    }

    @Test
    void an_ordinary_answer_is_never_held_back() {
        ThinkSplitter splitter = new ThinkSplitter(sink);
        splitter.add("Yes");
        splitter.add("<");
        splitter.add("/think>");

        assertEquals(List.of("Yes", "<", "/think>"), sink.answers);
    }
}
