package app.prosa.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;

/** The jars and the flags that an installed program has, made of those of the packaged folder. */
record Library(Product product) {

    void fill(Path target) throws IOException {
        Path lib = product.packaged().resolve("lib");
        Path program = lib.resolve("prosa.jar");
        FileTime time = Files.getLastModifiedTime(program);
        Files.createDirectories(target);
        try (Stream<Path> files = Files.list(lib)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(VendorJar.NAME)) {
                    Folders.copyFile(product.vendorJar(), target.resolve(name));
                } else if (!name.startsWith("find-java")) {
                    Folders.copyFile(file, target.resolve(name));
                }
            }
        }
        Folders.copyFile(product.training(), target.resolve("training.jar"));
        try (Stream<Path> made = Files.list(target)) {
            for (Path file : made.toList()) {
                // Two seconds is the least that each kind of package can keep; the release's is
                // even.
                Folders.setTime(file, time);
            }
        }
    }
}
