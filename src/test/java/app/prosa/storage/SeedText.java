package app.prosa.storage;

import java.util.List;
import java.util.Random;

/** Sentences and Markdown for {@link Seed}. */
final class SeedText {
    private static final List<String> SENTENCES =
            List.of(
                    "How do I read a large file without holding all of it in memory?",
                    "A conversa continua **amanhã**, depois da reunião das dez.",
                    "The *index* is read backwards, so that the last page costs as little as any.",
                    "Use `Files.lines` and close the stream when you are done.",
                    "Não se esqueça de fazer uma cópia antes de mudar o esquema.",
                    "See [the manual](https://example.org/manual) for every option there is.",
                    "Isso depende do tamanho: até cem mil linhas não há diferença. 🙂");

    private static final String CODE =
            """
            ```java
            try (Stream<String> lines = Files.lines(path)) {
                long count = lines.filter(line -> !line.isBlank()).count();
                System.out.println(count);
            }
            ```
            """;

    private static final String TABLE =
            """
            | step | time | memory |
            |------|-----:|-------:|
            | read | 12 ms | 3 MB |
            | parse | 40 ms | 18 MB |
            """;

    private SeedText() {}

    static String sentence(Random random) {
        return SENTENCES.get(random.nextInt(SENTENCES.size()));
    }

    static String answer(Random random) {
        StringBuilder text = new StringBuilder();
        if (random.nextInt(3) == 0) {
            text.append("## Answer\n\n");
        }
        text.append(sentence(random)).append(' ').append(sentence(random)).append("\n\n");
        switch (random.nextInt(4)) {
            case 0 -> text.append(CODE);
            case 1 -> text.append(TABLE);
            case 2 -> text.append("1. ").append(sentence(random)).append("\n2. Done.\n");
            default -> text.append("> ").append(sentence(random)).append('\n');
        }
        return text.append('\n').append(sentence(random)).toString();
    }
}
