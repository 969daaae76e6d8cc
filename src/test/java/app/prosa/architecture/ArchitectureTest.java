package app.prosa.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The program keeps the rules of the house. */
class ArchitectureTest {
    private static final String ROOT = "app.prosa";

    @TestFactory
    Stream<DynamicTest> the_program_keeps() {
        JavaClasses program =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(ROOT);
        assertFalse(program.isEmpty());
        return new Rules(ROOT)
                .all().entrySet().stream()
                        .map(rule ->
                                DynamicTest.dynamicTest(
                                        rule.getKey(), () -> rule.getValue().check(program)));
    }

    @Test
    void no_file_is_too_long() throws Exception {
        assertEquals(List.of(), LongFiles.under(Path.of("src"), ".java"));
        assertEquals(List.of(), LongFiles.under(Path.of("css"), ".css"));
        assertEquals(List.of(), LongFiles.under(Path.of("fxml"), ".fxml"));
    }
}
