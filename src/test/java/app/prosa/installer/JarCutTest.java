package app.prosa.installer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarCutTest {
    @TempDir Path temp;

    @Test
    void what_is_mentioned_stays_also_by_those_that_stay_and_by_name() throws IOException {
        Path program =
                jar("program.jar", Map.of("our/Main.class", mentioning("our.Main", "com.lib.A")));
        Path library =
                jar(
                        "library.jar",
                        Map.of(
                                "com/lib/A.class", mentioning("com.lib.A", "com.lib.sub.B"),
                                "com/lib/sub/B.class", naming("com.lib.sub.B", "com.lib.C"),
                                "com/lib/C.class", mentioning("com.lib.C", "com.lib.A"),
                                "com/lib/Alone.class", mentioning("com.lib.Alone", "com.lib.A")));
        Path cut = temp.resolve("cut.jar");
        new JarCut("com/lib/").copy(program, library, cut);
        assertEquals(
                "[com/lib/A.class, com/lib/C.class, com/lib/sub/B.class]", entries(cut).toString());
        assertArrayEquals(read(library, "com/lib/A.class"), read(cut, "com/lib/A.class"));
    }

    @Test
    void files_stay_but_for_those_of_another_compiler() throws IOException {
        Path program = jar("program.jar", Map.of());
        Path library =
                jar(
                        "library.jar",
                        Map.of(
                                "META-INF/lib.kotlin_module", new byte[] {1},
                                "META-INF/native-image/reflect.json", new byte[] {2}));
        Path cut = temp.resolve("cut.jar");
        new JarCut("com/lib/").copy(program, library, cut);
        assertEquals("[META-INF/lib.kotlin_module]", entries(cut).toString());
    }

    private static byte[] mentioning(String name, String other) {
        return ClassFile.of()
                .build(ClassDesc.of(name), type -> type.withField("field", ClassDesc.of(other), 0));
    }

    private static byte[] naming(String name, String other) {
        return ClassFile.of()
                .build(
                        ClassDesc.of(name),
                        type ->
                                type.withMethodBody(
                                        "name",
                                        MethodTypeDesc.of(ConstantDescs.CD_String),
                                        0,
                                        code -> code.loadConstant(other).areturn()));
    }

    private Path jar(String name, Map<String, byte[]> entries) throws IOException {
        Path jar = temp.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Map.Entry<String, byte[]> each : new TreeMap<>(entries).entrySet()) {
                out.putNextEntry(new JarEntry(each.getKey()));
                out.write(each.getValue());
                out.closeEntry();
            }
        }
        return jar;
    }

    private static SortedSet<String> entries(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(JarEntry::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static byte[] read(Path jar, String entry) throws IOException {
        try (JarFile file = new JarFile(jar.toFile());
                InputStream in = file.getInputStream(file.getJarEntry(entry))) {
            return in.readAllBytes();
        }
    }
}
