package app.prosa.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each rule of the house notices the class that breaks it on purpose. */
class BrokenHouseTest {
    private static final String ROOT = "app.prosa.architecture.broken";
    private static final Rules RULES = new Rules(ROOT);
    private static final JavaClasses HOUSE = new ClassFileImporter().importPackages(ROOT);

    /** The classes that each rule must name, at least. */
    private static final Map<String, Set<String>> BROKEN_BY =
            Map.ofEntries(
                    Map.entry("imports of conversation", Set.of("conversation.UsesStorage")),
                    Map.entry("imports of settings", Set.of("settings.EntersTheRing")),
                    Map.entry("imports of llm", Set.of("llm.UsesServer")),
                    Map.entry("imports of storage", Set.of("storage.UsesLlm")),
                    Map.entry("imports of channel", Set.of("channel.UsesStorage")),
                    Map.entry("imports of server", Set.of("server.UsesStorage")),
                    Map.entry("imports of desktop", Set.of("desktop.UsesServer")),
                    Map.entry("imports of updates", Set.of("updates.UsesServer")),
                    Map.entry("every package has a row", Set.of("unheard.InNoRow")),
                    Map.entry(
                            "no cycles", Set.of("settings.EntersTheRing", "channel.ClosesTheRing")),
                    Map.entry("com.openai", Set.of("desktop.CallsOpenAi")),
                    Map.entry("Jetty client", Set.of("server.CallsOut")),
                    Map.entry("Jetty server", Set.of("llm.Serves")),
                    Map.entry("SQL", Set.of("settings.Queries")),
                    Map.entry("JavaFX", Set.of("conversation.Draws")),
                    Map.entry("picocli", Set.of("server.ParsesArguments")),
                    Map.entry("java.util.logging", Set.of("conversation.LogsTheOldWay")),
                    Map.entry(
                            "one way to the FX thread",
                            Set.of("desktop.CallsRunLater", "desktop.PassesRunLaterOn")),
                    Map.entry("one exit", Set.of("conversation.EndsTheProgram")),
                    Map.entry("standard streams", Set.of("server.PrintsLines")),
                    Map.entry("no empty names", Set.of("settings.TextUtil")),
                    Map.entry("null is marked", Set.of("unheard.InNoRow")));

    @TestFactory
    Stream<DynamicTest> is_noticed_by() {
        return RULES.all().entrySet().stream()
                .map(rule ->
                        DynamicTest.dynamicTest(
                                rule.getKey(), () -> isNoticedBy(rule.getKey(), rule.getValue())));
    }

    @Test
    void no_wrong_class_is_left_that_no_rule_is_proved_by() {
        Set<String> proofs =
                BROKEN_BY.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        List<String> idle =
                HOUSE.stream()
                        .map(type -> type.getName().substring(ROOT.length() + 1))
                        .filter(name -> !name.endsWith("package-info"))
                        .filter(name -> !proofs.contains(name))
                        .toList();
        assertEquals(List.of(), idle);
    }

    @Test
    void a_file_that_is_too_long_is_noticed(@TempDir Path folder) throws Exception {
        Path fits = folder.resolve("Fits.java");
        Files.writeString(fits, "//\n".repeat(LongFiles.MOST_LINES));
        Path tooLong = folder.resolve("TooLong.java");
        Files.writeString(tooLong, "//\n".repeat(LongFiles.MOST_LINES + 1));
        assertEquals(List.of(tooLong), LongFiles.under(folder, ".java"));
    }

    private static void isNoticedBy(String name, ArchRule rule) {
        Set<String> culprits = BROKEN_BY.getOrDefault(name, Set.of());
        assertTrue(!culprits.isEmpty(), "no class breaks this rule");
        EvaluationResult result = rule.evaluate(HOUSE);
        String report = String.join("\n", result.getFailureReport().getDetails());
        for (String culprit : culprits) {
            assertTrue(
                    report.contains(ROOT + "." + culprit), culprit + " goes unnoticed:\n" + report);
        }
    }
}
