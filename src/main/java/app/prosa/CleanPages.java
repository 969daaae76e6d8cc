package app.prosa;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What this process has in memory of a file that it maps and does not change. Linux keeps it there
 * until memory is short; it can be had from the file again at any time.
 *
 * <p>Source: {@code madvise(2)}, MADV_DONTNEED, and {@code proc_pid_smaps(5)}.
 *
 * @param file the end of its path; it has to stay mapped as long as the process runs
 */
record CleanPages(String file) {
    private static final Path MAPPINGS = Path.of("/proc/self/smaps");
    private static final String READ_ONLY = "r--";
    private static final String UNCHANGED = "Anonymous: 0 kB";
    private static final int DONT_NEED = 4;

    /** Addresses, from the first on and without the last. */
    private record Span(long from, long to) {
        /** Of a line such as {@code 7f00c000-7f00e000 r--p 00001000 fe:00 22 /lib/prosa.aot}. */
        static Span of(String line) {
            int dash = line.indexOf('-');
            return new Span(
                    Long.parseUnsignedLong(line, 0, dash, 16),
                    Long.parseUnsignedLong(line, dash + 1, line.indexOf(' '), 16));
        }

        long length() {
            return to - from;
        }
    }

    /** Looked up by whoever has something to give back. */
    private static final class Native {
        @SuppressWarnings("restricted")
        static final MethodHandle MADVISE =
                Linker.nativeLinker()
                        .downcallHandle(
                                Linker.nativeLinker().defaultLookup().findOrThrow("madvise"),
                                FunctionDescriptor.of(
                                        ValueLayout.JAVA_INT,
                                        ValueLayout.JAVA_LONG,
                                        ValueLayout.JAVA_LONG,
                                        ValueLayout.JAVA_INT));
    }

    /** What is needed comes back by itself, a few pages at a time. Does nothing but on Linux. */
    void giveBack() throws IOException {
        for (Span span : spans()) {
            call(span);
        }
    }

    private static void call(Span span) {
        try {
            // It is an offer: where it is not taken, all stays as it is.
            int _ = (int) Native.MADVISE.invokeExact(span.from, span.length(), DONT_NEED);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e); // no Java code runs in it
        }
    }

    /** Where nothing was ever written: what was written would be lost. */
    private List<Span> spans() throws IOException {
        if (!Files.exists(MAPPINGS)) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(MAPPINGS)) {
            String mapping = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (isMapping(line)) {
                    mapping = line;
                } else if (mapping.endsWith(file)
                        && mapping.contains(" " + READ_ONLY)
                        && line.replaceAll(" +", " ").equals(UNCHANGED)) {
                    spans.add(Span.of(mapping));
                }
            }
        }
        return spans;
    }

    /** The facts about a mapping begin with a capital, a mapping with its address. */
    private static boolean isMapping(String line) {
        return !Character.isUpperCase(line.charAt(0));
    }
}
