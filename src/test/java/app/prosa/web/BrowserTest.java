package app.prosa.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * Tests in a real browser. Whatever a test is about, it fails when a page wrote an error to its
 * console or broke its Content-Security-Policy, or when the hub was asked something wrong.
 */
abstract class BrowserTest {
    private static @Nullable Chromium chromium;

    private final List<Tab> tabs = new ArrayList<>();
    private @Nullable Place place;
    private boolean networkMayFail;

    @BeforeAll
    static void startBrowser() throws IOException {
        Optional<Path> browser = Chromium.find();
        assumeTrue(
                browser.isPresent(),
                "Skipped: no Chromium on this machine (Debian: apt install chromium)");
        chromium = Chromium.start(browser.orElseThrow());
    }

    @AfterAll
    static void closeBrowser() throws IOException {
        if (chromium != null) {
            chromium.close();
            chromium = null;
        }
    }

    /** Somewhere to go. */
    abstract Place open();

    /** What becomes of it after each test. */
    void leave(Place left) {
        left.close();
    }

    @BeforeEach
    final void openPlace() {
        place = open();
    }

    final Place place() {
        return Objects.requireNonNull(place);
    }

    /** A page of somebody who was never here before; nothing is loaded yet. */
    final Tab newVisitor() {
        return watched(Objects.requireNonNull(chromium).newVisitor());
    }

    /** The chat page, as a new visitor sees it. */
    final Tab chatPage() {
        return open(newVisitor());
    }

    final Tab open(Tab tab) {
        tab.go(place().page());
        tab.await("shown('textarea')");
        return tab;
    }

    final Tab watched(Tab tab) {
        tabs.add(tab);
        return tab;
    }

    /** The browser itself notes failed requests as errors; here they are part of the story. */
    final void expectNetworkProblems() {
        networkMayFail = true;
    }

    @AfterEach
    final void nothing_went_wrong_on_the_way() {
        List<String> problems = tabs.stream().flatMap(tab -> tab.problems().stream()).toList();
        List<String> network =
                tabs.stream().flatMap(tab -> tab.networkProblems().stream()).toList();
        List<String> complaints = List.copyOf(place().complaints());
        tabs.forEach(Tab::close);
        leave(place());
        assertEquals(List.of(), problems);
        assertEquals(List.of(), networkMayFail ? List.of() : network);
        assertEquals(List.of(), complaints);
    }
}
