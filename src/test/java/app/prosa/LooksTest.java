package app.prosa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.updates.Lookout;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who looks for new versions, and where. */
class LooksTest {
    private final JavaClasses program =
            new ClassFileImporter().importClasses(App.class, Serve.class, Simulate.class);

    @Test
    void only_a_window_looks_for_new_versions() {
        assertEquals(Set.of("ready"), callersOf(Lookout.class, "begin"));
        assertEquals(Set.of(), callersOf(App.class, "ready"));
        assertTrue(callersOf(App.class, "begin").contains("open"), "the hub begins all else");
    }

    @Test
    void the_build_says_where_or_nothing() {
        String address = Version.releases();
        assertTrue(address.isEmpty() || address.startsWith("https://"), address);
    }

    private Set<String> callersOf(Class<?> owner, String method) {
        return program.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(owner))
                .filter(call -> call.getName().equals(method))
                .map(JavaMethodCall::getOrigin)
                .map(origin -> origin.getName())
                .collect(Collectors.toSet());
    }
}
