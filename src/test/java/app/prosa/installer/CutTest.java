package app.prosa.installer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Holds the tests of the models to their word when they run on the cut jar. */
@EnabledIfSystemProperty(named = "prosa.cut", matches = "true", disabledReason = "-Pinstaller only")
class CutTest {
    @Test
    void the_library_is_the_cut_one() {
        assertDoesNotThrow(() -> Class.forName("com.openai.core.ClientOptions"));
        assertThrows(
                ClassNotFoundException.class,
                () -> Class.forName("com.openai.models.images.ImageGenerateParams"));
    }
}
