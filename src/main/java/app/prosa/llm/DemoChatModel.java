package app.prosa.llm;

import app.prosa.conversation.ChatModel;
import app.prosa.conversation.ChatOutcome;
import app.prosa.conversation.ChatRequest;
import app.prosa.conversation.ChatRequest.Role;
import app.prosa.settings.Language;
import app.prosa.settings.Texts;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Answers offline with texts that were written beforehand, so that a newcomer without a key sees
 * the whole program work. Every answer says that it is a demo.
 */
final class DemoChatModel implements ChatModel {
    static final String NAME = "demo";

    private static final Pattern WORD = Pattern.compile("\\s*\\S+\\s*");
    private static final int LONGEST_ECHO = 120;

    /** Answers that a keyword asks for; the keywords of each are in the texts. */
    private static final List<String> SUBJECTS = List.of("table", "code", "think", "connect");

    /** Answers to everything else, one after the other. */
    private static final List<String> OTHERS = List.of("markdown", "controls", "connect");

    private final Supplier<Texts> texts;
    private final Supplier<Duration> pace;

    DemoChatModel(Supplier<Texts> texts) {
        this(texts, () -> Duration.ofMillis(ThreadLocalRandom.current().nextLong(15, 31)));
    }

    /**
     * @param pace the pause before each word
     */
    DemoChatModel(Supplier<Texts> texts, Supplier<Duration> pace) {
        this.texts = texts;
        this.pace = pace;
    }

    @Override
    public ChatOutcome stream(ChatRequest request, ReplySink sink) throws InterruptedException {
        List<String> asked =
                request.messages().stream()
                        .filter(part -> part.role() == Role.USER)
                        .map(ChatRequest.Part::text)
                        .toList();
        String last = asked.isEmpty() ? "" : asked.getLast();
        Texts language = languageOf(last);
        String subject = subject(last, asked.size(), language);
        if (subject.equals("think")) {
            say(language.get("demo.think.reasoning"), sink::reasoning);
        }
        say(answer(language, subject, last), sink::answer);
        return new ChatOutcome(request.model().model(), null, false);
    }

    private static String answer(Texts texts, String subject, String asked) {
        return String.join(
                "\n\n",
                texts.get("demo.label"),
                texts.get("demo.echo", quote(asked)),
                texts.get("demo." + subject));
    }

    private static String quote(String asked) {
        String line = asked.replaceAll("[\\s`<>]+", " ").strip();
        int end =
                line.offsetByCodePoints(
                        0, Math.min(LONGEST_ECHO, line.codePointCount(0, line.length())));
        return end == line.length() ? line : line.substring(0, end) + "…";
    }

    private static String subject(String asked, int count, Texts texts) {
        return SUBJECTS.stream()
                .filter(subject -> mentions(asked, texts.get("demo." + subject + ".keywords")))
                .findFirst()
                .orElseGet(() -> count <= 1 ? "hello" : OTHERS.get(count % OTHERS.size()));
    }

    private Texts languageOf(String asked) {
        Texts own = texts.get();
        return Stream.of(own, Texts.in(Language.ENGLISH), Texts.in(Language.PORTUGUESE))
                .filter(language -> mentions(asked, language.get("demo.language.keywords")))
                .findFirst()
                .orElse(own);
    }

    /** Whether the text has one of the words, which are divided by commas. */
    private static boolean mentions(String text, String words) {
        List<String> wanted = Arrays.asList(words.split(",", -1));
        return Optional.of(text.toLowerCase(Locale.ROOT)).stream()
                .flatMap(lower -> Arrays.stream(lower.split("[^\\p{L}]+", -1)))
                .anyMatch(wanted::contains);
    }

    private void say(String text, Consumer<String> to) throws InterruptedException {
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            Thread.sleep(pace.get());
            to.accept(words.group());
        }
    }
}
