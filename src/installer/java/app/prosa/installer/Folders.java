package app.prosa.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Copying and clearing, with the times of the files kept: the AOT cache knows them. */
final class Folders {
    private Folders() {}

    static Path fresh(Path folder) throws IOException {
        delete(folder);
        return Files.createDirectories(folder);
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path each : inside(folder).reversed()) {
                Files.delete(each);
            }
        }
    }

    /** A folder's own parts before what is in them. */
    static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.naturalOrder()).toList();
        }
    }

    static void copy(Path from, Path to) throws IOException {
        for (Path each : inside(from)) {
            Path target = to.resolve(from.relativize(each));
            if (Files.isDirectory(each)) {
                Files.createDirectories(target);
            } else {
                copyFile(each, target);
            }
        }
    }

    static void copyFile(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(
                from, to, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
    }

    static void setTime(Path file, FileTime time) throws IOException {
        Files.setLastModifiedTime(file, time);
    }

    static long size(Path folder) throws IOException {
        long sum = 0;
        for (Path each : inside(folder)) {
            sum += Files.isRegularFile(each) ? Files.size(each) : 0;
        }
        return sum;
    }
}
