package app.prosa.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A tree of files as it will lie under the root, a deb and, where rpmbuild is there, an rpm of it,
 * and an archive to unpack anywhere. Not by jpackage: see CONTRIBUTING.md.
 */
record LinuxKind(Product product) implements Kind {
    private static final String HOME = "opt/prosa";
    private static final String ID = "app.prosa.Prosa";

    /** dpkg-deb's own variable: whoever is in a hurry sets a lower one. */
    private static final String LEVEL = "DPKG_DEB_COMPRESSOR_LEVEL";

    private static final List<Integer> ICONS = List.of(16, 24, 32, 48, 64, 128, 256);
    private static final Map<String, String> DEBIAN_NAMES =
            Map.of("amd64", "amd64", "aarch64", "arm64");
    private static final Map<String, String> RED_HAT_NAMES =
            Map.of("amd64", "x86_64", "aarch64", "aarch64");

    @Override
    public Image layOut(Path runtime) throws IOException {
        Path home = Folders.fresh(tree()).resolve(HOME);
        Image image = new Image(home, home.resolve("lib"), home.resolve("runtime"));
        Folders.copy(runtime, image.runtime());
        new Library(product).fill(image.lib());
        new Launcher(product.resources()).write(home.resolve("bin"), "lib", "runtime");
        for (String text : List.of("LICENSE", "THIRD-PARTY.md", "CHANGELOG.md")) {
            Folders.copyFile(product.packaged().resolve(text), home.resolve(text));
        }
        return image;
    }

    @Override
    public void pack(Image image) throws IOException, InterruptedException {
        Path archive =
                product.out().resolve("prosa-%s-linux-%s.tar.gz".formatted(version(), arch()));
        Tool.system(
                "tar",
                "--owner=0",
                "--group=0",
                "--transform=s,^prosa,prosa-" + version() + ",",
                "-C",
                tree().resolve("opt").toString(),
                "-czf",
                archive.toString(),
                "prosa");
        shareWithTheDesktop();
        if (Tool.isThere("dpkg-deb")) {
            deb();
        }
        if (Tool.isThere("rpmbuild")) {
            rpm();
        }
    }

    /** What menus, software centres and the shell look for, each in its own place. */
    private void shareWithTheDesktop() throws IOException {
        Path share = tree().resolve("usr/share");
        Folders.copyFile(
                resource(ID + ".desktop"), share.resolve("applications/" + ID + ".desktop"));
        Path about = share.resolve("metainfo/" + ID + ".metainfo.xml");
        write(about, Files.readString(resource(ID + ".metainfo.xml")));
        write(share.resolve("doc/prosa/copyright"), Files.readString(resource("copyright")));
        for (int size : ICONS) {
            String folder = "icons/hicolor/%1$dx%1$d/apps/".formatted(size);
            Folders.copyFile(product.icons().png(size), share.resolve(folder + ID + ".png"));
        }
        Path link = tree().resolve("usr/bin/prosa");
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of("../../" + HOME + "/bin/prosa"));
    }

    private void deb() throws IOException, InterruptedException {
        Path debian = tree().resolve("DEBIAN");
        write(debian.resolve("control"), Files.readString(resource("control")));
        Path deb = product.out().resolve("prosa_%s_%s.deb".formatted(version(), debian()));
        Tool.process(
                List.of(
                        "dpkg-deb",
                        "--root-owner-group",
                        "-Zzstd",
                        "--build",
                        tree().toString(),
                        deb.toString()),
                Map.of(LEVEL, System.getenv().getOrDefault(LEVEL, "19")));
        Folders.delete(debian);
    }

    private void rpm() throws IOException, InterruptedException {
        Path spec = product.work().resolve("parts/prosa.spec");
        write(spec, Files.readString(resource("prosa.spec")));
        Tool.system(
                "rpmbuild",
                "-bb",
                "--quiet",
                "--define",
                "_topdir " + product.work().resolve("parts/rpm"),
                "--define",
                "_rpmdir " + product.out(),
                "--define",
                "_rpmfilename prosa-%s-1.%s.rpm".formatted(version(), redHat()),
                "--define",
                "prosa_tree " + tree(),
                spec.toString());
    }

    private void write(Path file, String template) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                template.replace("@VERSION@", version())
                        .replace("@DEBIAN@", debian())
                        .replace("@VENDOR@", product.args().value("--vendor"))
                        .replace("@DESCRIPTION@", product.description())
                        .replace("@KILOBYTES@", Long.toString(Folders.size(tree()) / 1024)));
    }

    private Path tree() {
        return product.work().resolve("linux");
    }

    private Path resource(String name) {
        return product.resources().resolve("linux").resolve(name);
    }

    private String version() {
        return product.version();
    }

    private static String arch() {
        return System.getProperty("os.arch");
    }

    private static String debian() {
        return DEBIAN_NAMES.getOrDefault(arch(), arch());
    }

    private static String redHat() {
        return RED_HAT_NAMES.getOrDefault(arch(), arch());
    }
}
