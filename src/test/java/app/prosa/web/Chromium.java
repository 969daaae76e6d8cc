package app.prosa.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A headless Chromium with an empty profile, driven over pipes: it needs no port, and it ends when
 * this process does. Any browser of the family will do; {@code CHROMIUM} names one.
 */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final Path ON_A_MAC =
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    /** Nothing of a person's, nothing from the network but what the page asks for. */
    private static final List<String> FLAGS =
            List.of(
                    "--headless=new",
                    "--remote-debugging-pipe",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-default-apps",
                    "--disable-extensions",
                    "--disable-sync",
                    "--disable-quic",
                    "--no-first-run",
                    "--password-store=basic",
                    "--lang=en-US",
                    "about:blank");

    private final Process process;
    private final Path profile;
    private final DevTools tools;

    private Chromium(Process process, Path profile) {
        this.process = process;
        this.profile = profile;
        this.tools = new DevTools(process.getInputStream(), process.getOutputStream());
    }

    /** The browser on this machine, if there is one. It is started by a shell: not on Windows. */
    static Optional<Path> find() {
        if (File.separatorChar == '\\') {
            return Optional.empty();
        }
        String named = System.getenv("CHROMIUM");
        Stream<Path> folders =
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1)).map(Path::of);
        Stream<Path> usual = folders.flatMap(in -> NAMES.stream().map(in::resolve));
        return Stream.of(Stream.ofNullable(named).map(Path::of), usual, Stream.of(ON_A_MAC))
                .flatMap(some -> some)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Path browser) throws IOException {
        Path profile = Files.createTempDirectory("prosa-chromium");
        List<String> line = new ArrayList<>();
        // The pipes that the browser looks for are 3 and 4; a Java process can only give 0 and 1.
        line.addAll(List.of("/bin/sh", "-c", "exec \"$@\" 3<&0 4>&1 </dev/null >/dev/null", "sh"));
        line.add(browser.toString());
        line.add("--user-data-dir=" + profile);
        line.addAll(FLAGS);
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("HOME", profile.toString());
        builder.redirectError(profile.resolve("errors.txt").toFile());
        Chromium chromium = new Chromium(builder.start(), profile);
        chromium.call("Browser.getVersion", Map.of());
        return chromium;
    }

    /** A page of a person who was never here before. */
    Tab newVisitor() {
        JsonNode context = call("Target.createBrowserContext", Map.of());
        return new Tab(tools, context.path("browserContextId").asText());
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        try {
            return tools.call("", method, parameters);
        } catch (IllegalStateException e) {
            throw new IllegalStateException("Chromium: " + errors(), e);
        }
    }

    private String errors() {
        try {
            return Files.readString(profile.resolve("errors.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        boolean ended =
                process.onExit()
                        .thenApply(_ -> true)
                        .completeOnTimeout(false, 10, TimeUnit.SECONDS)
                        .join();
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        }
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).forEach(Chromium::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
