package app.prosa.installer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A library's jar cut to the classes that the program can reach. A class stays if one that stays
 * mentions it anywhere: in code, in a signature, in an annotation, or by name in a text. So nothing
 * that stays can miss anything, and what stays is the same to the byte.
 *
 * @param prefix the library's root package as a path, such as {@code com/example/}
 */
record JarCut(String prefix) {
    private static final String CLASS = ".class";
    private static final String FOR_ANOTHER_COMPILER = "META-INF/native-image/";

    /** Copies what stays. */
    void copy(Path program, Path library, Path target) throws IOException {
        Files.deleteIfExists(target);
        try (JarFile jar = new JarFile(library.toFile());
                OutputStream file = Files.newOutputStream(target);
                JarOutputStream out = new JarOutputStream(file)) {
            Set<String> reached = reached(program, jar);
            for (JarEntry entry : jar.stream().toList()) {
                if (stays(entry, reached)) {
                    copy(jar, entry, out);
                }
            }
        }
    }

    private boolean stays(JarEntry entry, Set<String> reached) {
        String name = entry.getName();
        if (name.startsWith(prefix) && name.endsWith(CLASS)) {
            return reached.contains(name.substring(0, name.length() - CLASS.length()));
        }
        return !entry.isDirectory() && !name.startsWith(FOR_ANOTHER_COMPILER);
    }

    private static void copy(JarFile jar, JarEntry entry, JarOutputStream out) throws IOException {
        JarEntry copy = new JarEntry(entry.getName());
        copy.setTimeLocal(entry.getTimeLocal());
        out.putNextEntry(copy);
        try (InputStream in = jar.getInputStream(entry)) {
            in.transferTo(out);
        }
        out.closeEntry();
    }

    private Set<String> reached(Path program, JarFile library) throws IOException {
        Pattern name = mention();
        Deque<String> open = new ArrayDeque<>();
        try (JarFile jar = new JarFile(program.toFile())) {
            for (JarEntry entry : jar.stream().filter(JarCut::isClass).toList()) {
                open.addAll(mentioned(jar, entry, name));
            }
        }
        Set<String> reached = new HashSet<>();
        while (!open.isEmpty()) {
            String next = open.pop();
            JarEntry entry = library.getJarEntry(next + CLASS);
            if (entry != null && reached.add(next)) {
                open.addAll(mentioned(library, entry, name));
            }
        }
        return reached;
    }

    private static boolean isClass(JarEntry entry) {
        return entry.getName().endsWith(CLASS);
    }

    private static Set<String> mentioned(JarFile jar, JarEntry entry, Pattern name)
            throws IOException {
        Set<String> names = new HashSet<>();
        try (InputStream in = jar.getInputStream(entry)) {
            for (PoolEntry each : ClassFile.of().parse(in.readAllBytes()).constantPool()) {
                if (each instanceof Utf8Entry text) {
                    Matcher found = name.matcher(text.stringValue());
                    while (found.find()) {
                        names.add(found.group().replace('.', '/'));
                    }
                }
            }
        }
        return names;
    }

    /**
     * A name with slashes, as in code, or with dots, as whoever loads a class by name writes it.
     */
    private Pattern mention() {
        return Pattern.compile(prefix.replace("/", "[/.]") + "[\\w$/.]*[\\w$]");
    }
}
