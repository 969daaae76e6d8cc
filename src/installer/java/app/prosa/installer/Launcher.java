package app.prosa.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The command {@code prosa} of a system with a shell.
 *
 * @param resources the folder installer/
 */
record Launcher(Path resources) {

    /**
     * @param bin the folder that it will lie in
     * @param lib the way from the folder above to the jars
     * @param runtime the way from there to the Java home
     */
    void write(Path bin, String lib, String runtime) throws IOException {
        String text =
                Files.readString(resources.resolve("prosa.sh"))
                        .replace("@LIB@", lib)
                        .replace("@RUNTIME@", runtime);
        Path file = Files.createDirectories(bin).resolve("prosa");
        Files.writeString(file, text);
        if (!file.toFile().setExecutable(true, false)) {
            throw new Failure(file + " cannot be made a program");
        }
    }
}
