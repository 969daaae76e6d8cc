package app.prosa.installer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The SHA-256 of each package, in the form that {@code sha256sum --check} reads. */
record Checksums(Path folder) {

    /** One file per system, so that those of several can lie side by side. */
    void write() throws IOException {
        List<String> lines = new ArrayList<>();
        List<Path> packages;
        try (Stream<Path> files = Files.list(folder)) {
            packages = files.sorted().toList();
        }
        for (Path file : packages) {
            lines.add(sum(file) + "  " + file.getFileName());
            System.out.printf("%s: %.1f MB%n", file, Files.size(file) / 1e6);
        }
        Files.write(folder.resolve("SHA256SUMS-" + system()), lines);
    }

    private static String system() {
        String kind = System.getProperty("os.name").split(" ", 2)[0].toLowerCase(Locale.ROOT);
        return kind + "-" + System.getProperty("os.arch");
    }

    private static String sum(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream reading =
                        new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            reading.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(reading.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
