package app.prosa.settings;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Failure;
import app.prosa.conversation.Mode;
import app.prosa.conversation.StoreException;
import app.prosa.conversation.delivery.Trouble;
import app.prosa.desktop.Shortcut;
import app.prosa.desktop.transcript.rows.MessageAction;
import app.prosa.server.http.ApiError;
import app.prosa.settings.channels.Answering;
import app.prosa.settings.channels.ChannelState;
import app.prosa.settings.channels.Door;
import app.prosa.settings.channels.Platform;
import app.prosa.settings.hub.ApiKey.Scope;
import app.prosa.settings.hub.Exposure;
import app.prosa.settings.hub.HubProblem;
import app.prosa.settings.hub.HubSettings.WhenClosed;
import app.prosa.settings.updates.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The two languages agree with each other and with the source. */
class MessagesTest {
    /** What the demo talks about, and by which words it knows that it should. */
    private static final Set<String> DEMO =
            Set.of(
                    "hello",
                    "markdown",
                    "controls",
                    "table",
                    "code",
                    "think",
                    "connect",
                    "table.keywords",
                    "code.keywords",
                    "think.keywords",
                    "connect.keywords");

    /**
     * The beginnings of keys that the source completes at run time, each with all its endings. An
     * enum's constants are endings in lower case: {@code "secrets." + problem} in lower case makes
     * {@code secrets.wrong_passphrase}.
     */
    static final Map<String, Set<String>> COMPUTED =
            Map.ofEntries(
                    entry("app.variable.", constants(Variable.values())),
                    entry("chat.empty.starter.", Set.of("1", "2", "3", "4")),
                    entry("chat.mode.", constants(Mode.values())),
                    entry("demo.", DEMO),
                    entry("directory.", constants(DataDirectoryException.Problem.values())),
                    entry("environment.", formsThatCanBeWrong()),
                    entry("failure.", constants(Failure.Kind.values())),
                    entry("hub.error.", apiErrors()),
                    entry("hub.exposure.", constants(Exposure.values())),
                    entry("hub.problem.", constants(HubProblem.Kind.values())),
                    entry("keys.", constants(Shortcut.values())),
                    entry(
                            "list.channel.",
                            Set.of("web", "whatsapp", "telegram", "instagram", "facebook")),
                    entry("list.group.", Set.of("pinned", "today", "yesterday", "week", "month")),
                    entry("secrets.", constants(SecretsException.Problem.values())),
                    entry("settings.channels.about.", constants(Platform.values())),
                    entry("settings.channels.answering.", constants(Answering.values())),
                    entry("settings.channels.answering.hint.", constants(Answering.values())),
                    entry("settings.channels.door.", constants(Door.values())),
                    entry("settings.channels.door.hint.", constants(Door.values())),
                    entry("settings.channels.missing.", constants(ChannelState.Missing.values())),
                    entry("settings.channels.name.", constants(Platform.values())),
                    entry("settings.channels.problem.", constants(ChannelState.Problem.values())),
                    entry("settings.channels.title.", constants(Platform.values())),
                    entry("settings.density.", constants(Settings.Density.values())),
                    entry("settings.place.", keyPlaces()),
                    entry("settings.server.closed.", constants(WhenClosed.values())),
                    entry("settings.server.reach.", Set.of("this_computer", "network", "address")),
                    entry("settings.server.scope.", constants(Scope.values())),
                    entry("settings.server.scope.hint.", constants(Scope.values())),
                    entry("settings.theme.", constants(Settings.Theme.values())),
                    entry("settings.updates.problem.", constants(Finding.Reason.values())),
                    entry("shell.status.store.", constants(StoreException.Cause.values())),
                    entry("store.", storeTexts()),
                    entry("transcript.action.", constants(MessageAction.values())),
                    entry("transcript.undelivered.", constants(Trouble.values())));

    private static final Path TEXTS = Path.of("src/main/resources/i18n");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    private final Bundle english = Bundle.read(TEXTS.resolve("messages.properties"));
    private final Bundle portuguese = Bundle.read(TEXTS.resolve("messages_pt_BR.properties"));

    MessagesTest() throws IOException {}

    @Test
    void both_languages_have_the_same_keys_and_sections() {
        assertEquals(english.texts().keySet(), portuguese.texts().keySet());
        assertEquals(english.areas(), portuguese.areas());
    }

    @Test
    void every_key_is_there_once_and_under_its_area() {
        for (Bundle bundle : List.of(english, portuguese)) {
            assertEquals(List.of(), bundle.duplicates());
            assertEquals(List.of(), bundle.strangers());
        }
    }

    @Test
    void no_text_is_blank() {
        none((_, text) -> text.isBlank());
    }

    @Test
    void both_languages_have_the_same_placeholders() {
        none((key, text) -> !placeholders(text).equals(placeholders(english.text(key))));
    }

    /** In a text with arguments a single quote would hide what follows; in others two are shown. */
    @Test
    void quotes_are_doubled_where_there_are_arguments_and_only_there() {
        none((_, text) ->
                placeholders(text).isEmpty()
                        ? text.contains("''")
                        : text.replace("''", "").contains("'"));
    }

    @Test
    void every_text_with_arguments_is_a_message_format() {
        none((_, text) -> !placeholders(text).isEmpty() && !formats(text));
    }

    @Test
    void every_key_that_the_source_names_is_there_and_no_other() throws IOException {
        Set<String> used = used();
        Set<String> keys = english.texts().keySet();
        Set<String> unused = minus(keys, used);
        assertAll(
                () -> assertEquals(Set.of(), minus(used, keys), "in the source, without a text"),
                () -> assertEquals(Set.of(), unused, "texts that nothing uses"));
    }

    @Test
    void every_beginning_of_computed_keys_is_declared_and_in_use() throws IOException {
        assertEquals(new TreeSet<>(COMPUTED.keySet()), inSource().beginnings());
    }

    @Test
    void a_key_is_found_where_it_is_code_and_only_there() {
        var keys = new KeysInSource(new TreeSet<>(), new TreeSet<>());
        keys.addJava(
                """
                // "chat.comment"
                /* "chat.block" */ get("chat.one"); char c = '"'; button("chat.two", "x \\" chat.no");
                String url = "http://chat.no"; open("chat.fxml"); k("chat.kind_" + a); k("chat." + b);
                get("other.area"); get("chat."); "a sentence about chat.no"
                """,
                List.of("chat"));
        keys.addFxml("<Button text=\"%chat.three\" style=\"50%\"/>");
        assertEquals(Set.of("chat.one", "chat.two", "chat.three"), keys.whole());
        assertEquals(Set.of("chat.", "chat.kind_"), keys.beginnings());
    }

    @Test
    void texts_come_in_the_language_that_is_asked_for() {
        String key = "environment.language";
        assertEquals(
                english.text(key).replace("{0}", "X"), Texts.in(Language.ENGLISH).get(key, "X"));
        assertEquals(
                portuguese.text(key).replace("{0}", "X"),
                Texts.in(Language.PORTUGUESE).get(key, "X"));
    }

    private Set<String> used() throws IOException {
        Set<String> used = new TreeSet<>(inSource().whole());
        COMPUTED.forEach((begin, ends) -> ends.forEach(end -> used.add(begin + end)));
        return used;
    }

    private KeysInSource inSource() throws IOException {
        return KeysInSource.of(Path.of("src/main/java"), Path.of("fxml"), english.areas());
    }

    private void none(BiPredicate<String, String> wrong) {
        for (Bundle bundle : List.of(english, portuguese)) {
            List<String> bad =
                    bundle.texts().entrySet().stream()
                            .filter(text -> wrong.test(text.getKey(), text.getValue()))
                            .map(Map.Entry::getKey)
                            .toList();
            assertTrue(bad.isEmpty(), bad::toString);
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
    }

    private static boolean formats(String text) {
        try {
            return !new MessageFormat(text, Locale.ENGLISH).format(new Object[10]).isBlank();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Set<String> minus(Collection<String> all, Collection<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static Set<String> formsThatCanBeWrong() {
        return constants(
                Stream.of(Variable.Form.values())
                        .filter(form -> form != Variable.Form.TEXT)
                        .toArray(Enum<?>[]::new));
    }

    /** To a caller all that a model can do wrong is one thing. */
    private static Set<String> apiErrors() {
        return Stream.of(ApiError.values())
                .map(error -> error.status() == 502 ? "model" : error.code())
                .collect(Collectors.toSet());
    }

    private static Set<String> keyPlaces() {
        return Stream.of("memory", "locked", "left")
                .flatMap(place ->
                        Stream.of("", ".hint", ".open", ".accept").map(part -> place + part))
                .collect(Collectors.toSet());
    }

    private static Set<String> storeTexts() {
        return constants(StoreException.Cause.values()).stream()
                .flatMap(cause -> Stream.of(".what", ".means", ".todo").map(cause::concat))
                .collect(Collectors.toSet());
    }

    private static Set<String> constants(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
