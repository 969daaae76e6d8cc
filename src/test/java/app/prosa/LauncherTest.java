package app.prosa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The real launcher in a folder of its own, with Javas made of a few lines of shell that print what
 * they were called with.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "prosa.cmd is the launcher there")
class LauncherTest {
    private static final String NONE_FOUND = "Prosa needs a JDK of Java 25 or newer";

    @TempDir Path temp;
    private Path prosa;
    private Path root;
    private Path home;
    private Path bare;

    @BeforeEach
    void unpack() throws IOException {
        prosa = temp.resolve("a folder/pro sa");
        root = Files.createDirectories(temp.resolve("root"));
        home = Files.createDirectories(temp.resolve("home of somebody"));
        bare = Files.createDirectories(temp.resolve("tools"));
        copy("prosa", "bin/prosa");
        copy("find-java.sh", "lib/find-java.sh");
        for (String tool : List.of("dirname", "readlink", "sed")) {
            write(bare.resolve(tool), "#!/bin/sh\nexec %s \"$@\"\n".formatted(Sh.find(tool)));
        }
    }

    @Test
    void passes_its_arguments_on_untouched() throws Exception {
        Sh.Result result = start(java("jdk", "25.0.1"), "--data", "a b", "*", "", "@c", "desktop");
        assertEquals(0, result.code(), result.err());
        assertEquals(
                List.of("--data", "a b", "*", "", "@c", "desktop"),
                result.out()
                        .lines()
                        .dropWhile(line -> !line.endsWith("lib/prosa.jar"))
                        .skip(1)
                        .toList());
    }

    @Test
    void names_its_own_folder_although_the_path_has_spaces() throws Exception {
        List<String> given = start(java("jdk", "25")).out().lines().skip(1).toList();
        Path real = prosa.toRealPath();
        assertEquals(
                List.of(
                        "@" + real.resolve("lib/java.options"),
                        "--module-path",
                        real.resolve("lib/javafx").toString(),
                        "-jar",
                        real.resolve("lib/prosa.jar").toString()),
                given);
    }

    @Test
    void the_hub_has_flags_of_its_own_besides() throws Exception {
        List<String> given =
                start(java("jdk", "25"), "--data", "x", "serve").out().lines().skip(1).toList();
        Path real = prosa.toRealPath();
        assertEquals(
                List.of(
                        "@" + real.resolve("lib/java.options"),
                        "@" + real.resolve("lib/hub.options"),
                        "--module-path"),
                given.subList(0, 3));
    }

    @Test
    void runs_through_a_chain_of_symbolic_links() throws Exception {
        Path link = Files.createSymbolicLink(temp.resolve("link"), prosa.resolve("bin/prosa"));
        Path second = Files.createSymbolicLink(temp.resolve("second"), link.getFileName());
        Sh.Result result = shell(second).with("JAVA_HOME", java("jdk", "25")).run();
        assertTrue(result.out().contains(prosa.toRealPath() + "/lib/prosa.jar"), result.toString());
    }

    @Test
    void runs_from_another_folder_by_a_relative_path() throws Exception {
        Sh.Result result =
                Sh.script(Path.of("../bin/prosa"))
                        .in(prosa.resolve("lib"))
                        .with("PATH", bare)
                        .with("CDPATH", temp.resolve("a folder"))
                        .with("JAVA_HOME", java("jdk", "25"))
                        .run();
        assertTrue(result.out().contains(prosa.toRealPath() + "/lib/prosa.jar"), result.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.20", "1.8.0_402", "24.0.2"})
    void an_old_java_home_is_passed_over(String version) throws Exception {
        Path young = java("root/usr/lib/jvm/jdk-25", "25.0.3");
        assertEquals(young.toString(), javaOf(start(java("old", version))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "25.0.3", "26-ea", "30.1"})
    void a_young_java_home_is_taken_first(String version) throws Exception {
        java("root/usr/lib/jvm/jdk-25", "25.0.3");
        Path mine = java("my own", version);
        assertEquals(mine.toString(), javaOf(start(mine)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "root/usr/lib/jvm/temurin-25",
                "root/opt/jdk-25",
                "root/opt/java/openjdk",
                "root/usr/local/openjdk-25",
                "root/Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home",
                "root/opt/homebrew/opt/openjdk/libexec/openjdk.jdk/Contents/Home",
                "home of somebody/.sdkman/candidates/java/25.0.3-tem",
                "home of somebody/.jdks/temurin-25",
            })
    void the_usual_folders_are_searched(String folder) throws Exception {
        Path java = java(folder, "25.0.3");
        assertEquals(java.toString(), javaOf(search()));
    }

    @Test
    void the_java_on_the_path_is_followed_through_its_links() throws Exception {
        Path java = java("jdk 25", "25.0.3");
        Path alternatives =
                Files.createSymbolicLink(temp.resolve("alternative"), java.resolve("bin/java"));
        Files.createSymbolicLink(bare.resolve("java"), alternatives);
        assertEquals(java.toString(), javaOf(search()));
    }

    @Test
    void an_old_java_on_the_path_is_passed_over() throws Exception {
        Path old = java("old", "17.0.20");
        Files.createSymbolicLink(bare.resolve("java"), old.resolve("bin/java"));
        Path young = java("root/usr/lib/jvm/jdk-25", "25");
        assertEquals(young.toString(), javaOf(search()));
    }

    @Test
    void a_java_without_a_release_file_is_asked() throws Exception {
        Path java = java("jdk", "25");
        Files.delete(java.resolve("release"));
        Files.createDirectories(java.resolve("lib"));
        Files.createFile(java.resolve("lib/jvm.cfg"));
        assertEquals(java.toString(), javaOf(start(java)));
    }

    @Test
    void a_folder_that_is_no_java_is_not_run() throws Exception {
        Path trap = java("usr", "25");
        Files.delete(trap.resolve("release"));
        Sh.Result result = start(trap);
        assertEquals(1, result.code());
        assertEquals("", result.out());
    }

    @Test
    void without_any_java_one_sentence_says_what_to_install() throws Exception {
        Sh.Result result = search();
        assertEquals(1, result.code());
        assertEquals("", result.out());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().startsWith(NONE_FOUND), result.err());
    }

    @Test
    void the_sentence_is_in_the_persons_language() throws Exception {
        Sh.Result result = shell(prosa.resolve("bin/prosa")).with("LANG", "pt_BR.UTF-8").run();
        assertTrue(result.err().startsWith("O Prosa precisa"), result.err());
    }

    @Test
    void a_home_is_not_needed() throws Exception {
        Sh.Call call = Sh.script(prosa.resolve("bin/prosa"));
        Sh.Result result = call.with("PATH", bare).with("PROSA_JAVA_ROOT", root).run();
        assertEquals(1, result.code());
        assertEquals(1, result.err().lines().count(), result.err());
    }

    @Test
    void a_java_that_cannot_compile_runs_the_program_but_does_not_build_it() throws Exception {
        Path runtime = java("jre", "25");
        assertEquals(0, start(runtime).code());
        Sh.Result build =
                Sh.command("set -euf; . \"$1\"; prosa_find_java javac", Sh.FIND_JAVA)
                        .with("PATH", bare)
                        .with("PROSA_JAVA_ROOT", root)
                        .with("JAVA_HOME", runtime)
                        .run();
        assertEquals(1, build.code());
        assertTrue(build.err().startsWith(NONE_FOUND), build.err());
    }

    private Sh.Result start(Path javaHome, String... args) throws Exception {
        return shell(prosa.resolve("bin/prosa"), args).with("JAVA_HOME", javaHome).run();
    }

    private Sh.Result search() throws Exception {
        return shell(prosa.resolve("bin/prosa")).run();
    }

    private static String javaOf(Sh.Result result) {
        return result.out().lines().findFirst().orElseThrow(() -> new AssertionError(result));
    }

    private Sh.Call shell(Path script, String... args) {
        return Sh.script(script, args)
                .in(temp)
                .with("PATH", bare)
                .with("HOME", home)
                .with("PROSA_JAVA_ROOT", root);
    }

    private Path java(String folder, String version) throws IOException {
        Path java = temp.resolve(folder);
        Files.createDirectories(java.resolve("bin"));
        write(
                java.resolve("bin/java"),
                """
                #!/bin/sh
                if [ "${1-}" = -version ]; then echo 'openjdk version "%s"' >&2; exit; fi
                printf '%%s\\n' "$JAVA_HOME" "$@"
                """
                        .formatted(version));
        Files.writeString(
                java.resolve("release"),
                "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\nJAVA_VERSION_DATE=\"2026-10-21\"\n"
                        .formatted(version));
        return java;
    }

    private static void write(Path script, String content) throws IOException {
        Files.writeString(script, content);
        assertTrue(script.toFile().setExecutable(true));
    }

    private void copy(String from, String to) throws IOException {
        Path target = prosa.resolve(to);
        Files.createDirectories(target.getParent());
        Files.copy(Sh.LAUNCHER.resolve(from), target);
    }
}
