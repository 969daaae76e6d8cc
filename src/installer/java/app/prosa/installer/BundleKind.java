package app.prosa.installer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** jpackage's own layout and packages: a dmg for macOS, an msi for Windows. */
record BundleKind(Product product, boolean mac) implements Kind {
    private static final String CLASS_PATH = "app.classpath=";

    @Override
    public Image layOut(Path runtime) throws IOException {
        Path input = Folders.fresh(product.work().resolve("parts/app"));
        new Library(product).fill(input);
        addCommand(input.resolve("bin"));
        Path folder = Folders.fresh(product.work().resolve("image"));
        List<String> line = new ArrayList<>(common());
        line.addAll(List.of("--type", "app-image", "--dest", folder.toString()));
        line.addAll(List.of("--input", input.toString(), "--runtime-image", runtime.toString()));
        line.addAll(List.of("--main-jar", "prosa.jar", "--main-class", "app.prosa.Main"));
        for (String option : Arguments.read(input.resolve("java.options")).lines()) {
            line.addAll(List.of("--java-options", option));
        }
        line.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/" + Image.CACHE));
        Tool.jdk("jpackage", line);
        Image image = image(folder);
        useOneClassPath(image.lib().resolve(product.name() + ".cfg"));
        return image;
    }

    @Override
    public void pack(Image image) throws IOException {
        List<String> line = new ArrayList<>(common());
        line.addAll(List.of("--type", mac ? "dmg" : "msi", "--dest", product.out().toString()));
        line.addAll(List.of("--app-image", image.root().toString()));
        line.addAll(Arguments.read(resources().resolve("package.args")).words());
        Tool.jdk("jpackage", line);
    }

    private List<String> common() throws IOException {
        List<String> line = new ArrayList<>(product.args().words());
        line.addAll(List.of("--app-version", version()));
        line.addAll(List.of("--resource-dir", resources().toString()));
        line.addAll(List.of("--icon", icon().toString()));
        return line;
    }

    /** macOS knows no version below 1. */
    private String version() {
        String version = product.version();
        return mac && version.startsWith("0.") ? "1" + version.substring(1) : version;
    }

    private Path resources() {
        return product.resources().resolve(mac ? "mac" : "windows");
    }

    private Path icon() throws IOException {
        Path icon = product.work().resolve("parts").resolve(mac ? "Prosa.icns" : "Prosa.ico");
        if (mac) {
            product.icons().writeIcns(icon);
        } else {
            product.icons().writeIco(icon);
        }
        return icon;
    }

    /**
     * jpackage's launcher is for the window: on Windows it prints nothing, and it has one set of
     * flags.
     */
    private void addCommand(Path bin) throws IOException {
        if (mac) {
            new Launcher(product.resources()).write(bin, ".", "../runtime/Contents/Home");
        } else {
            Folders.copyFile(resources().resolve("prosa.cmd"), bin.resolve("prosa.cmd"));
        }
    }

    private Image image(Path folder) {
        if (mac) {
            Path root = folder.resolve(product.name() + ".app");
            Path contents = root.resolve("Contents");
            return new Image(
                    root, contents.resolve("app"), contents.resolve("runtime/Contents/Home"));
        }
        Path root = folder.resolve(product.name());
        return new Image(root, root.resolve("app"), root.resolve("runtime"));
    }

    /** The launcher would name every jar that lies there; the cache is for one class path. */
    private static void useOneClassPath(Path launcher) throws IOException {
        List<String> lines =
                Files.readAllLines(launcher).stream()
                        .filter(line -> !line.startsWith(CLASS_PATH))
                        .flatMap(BundleKind::withClassPath)
                        .toList();
        Files.write(launcher, lines);
    }

    private static Stream<String> withClassPath(String line) {
        return line.startsWith("app.mainclass=")
                ? Stream.concat(
                        Stream.of(line),
                        Image.JARS.stream()
                                .map(jar -> CLASS_PATH + "$APPDIR" + File.separator + jar))
                : Stream.of(line);
    }
}
