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
    private static final String HUB = "prosa-hub";

    @Override
    public Image layOut(Path runtime) throws IOException {
        Path input = Folders.fresh(product.work().resolve("parts/app"));
        new Library(product).fill(input);
        Path folder = Folders.fresh(product.work().resolve("image"));
        List<String> line = new ArrayList<>(common());
        line.addAll(List.of("--type", "app-image", "--dest", folder.toString()));
        line.addAll(List.of("--input", input.toString(), "--runtime-image", runtime.toString()));
        line.addAll(List.of("--main-jar", "prosa.jar", "--main-class", "app.prosa.Main"));
        for (String option : flags("java.options")) {
            line.addAll(List.of("--java-options", option));
        }
        line.addAll(List.of("--add-launcher", HUB + "=" + hubLauncher()));
        if (!mac) {
            line.addAll(List.of("--add-launcher", "prosa-console=" + consoleLauncher()));
        }
        Tool.jdk("jpackage", line);
        Image image = image(folder);
        useOneClassPath(image.lib());
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

    private List<String> common() {
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

    private Path icon() {
        return resources().resolve(mac ? "Prosa.icns" : "Prosa.ico");
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

    /** The flags of a file and where the cache is. */
    private List<String> flags(String... files) throws IOException {
        List<String> flags = new ArrayList<>();
        for (String file : files) {
            flags.addAll(Arguments.read(product.packaged().resolve("lib").resolve(file)).words());
        }
        flags.add("-XX:AOTCache=$APPDIR" + File.separator + Image.CACHE);
        return flags;
    }

    private Path hubLauncher() throws IOException {
        String flags = String.join(" ", flags("java.options", "hub.options"));
        return launcher(HUB, "java-options=" + flags, "arguments=serve", "win-console=true");
    }

    /** What the window's launcher cannot do on Windows: print something. */
    private Path consoleLauncher() throws IOException {
        String flags = String.join(" ", flags("java.options"));
        return launcher("prosa-console", "java-options=" + flags, "win-console=true");
    }

    private Path launcher(String name, String... lines) throws IOException {
        Path file = product.work().resolve("parts").resolve(name + ".properties");
        List<String> all = new ArrayList<>(Stream.of(lines).map(BundleKind::escaped).toList());
        all.addAll(List.of("win-menu=false", "win-shortcut=false", "linux-shortcut=false"));
        return Files.write(file, all);
    }

    /** In such a file a backslash begins something else. */
    private static String escaped(String line) {
        return line.replace("\\", "\\\\");
    }

    /** The launchers name every jar that they find; the cache is for the one order. */
    private static void useOneClassPath(Path lib) throws IOException {
        try (Stream<Path> files = Files.list(lib)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".cfg")).toList()) {
                List<String> lines = new ArrayList<>();
                for (String line : Files.readAllLines(file)) {
                    if (line.startsWith("app.mainclass=")) {
                        lines.add(line);
                        for (String jar : Image.JARS) {
                            lines.add("app.classpath=$APPDIR" + File.separator + jar);
                        }
                    } else if (!line.startsWith("app.classpath=")
                            && !line.startsWith("app.mainjar=")) {
                        lines.add(line);
                    }
                }
                Files.write(file, lines);
            }
        }
    }
}
