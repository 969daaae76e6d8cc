package app.prosa.installer;

import java.io.IOException;
import java.nio.file.Path;

/** From the packaged folder to the installers of this system, and their checksums. */
public final class Installers {
    private Installers() {}

    /**
     * @param args the version; the working directory is that of the source
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path target = Path.of("target").toAbsolutePath();
        Path resources = Path.of("installer").toAbsolutePath();
        Product product =
                new Product(
                        args[0],
                        target.resolve("prosa"),
                        resources,
                        target.resolve("prosa-training-tests.jar"),
                        target.resolve("prosa-vendor.jar"),
                        target.resolve("installer"),
                        Arguments.read(resources.resolve("prosa.args")));
        Folders.fresh(product.out());
        Path runtime = product.work().resolve("runtime");
        new Runtimes(Folders.fresh(product.work().resolve("parts")))
                .link(
                        product.packaged().resolve("lib/javafx"),
                        Arguments.read(resources.resolve("runtime.args")),
                        runtime);
        Kind kind = Kind.ofThisSystem(product);
        Image image = kind.layOut(runtime);
        new Cache(image).train(product.work());
        kind.pack(image);
        new Checksums(product.out()).write();
        System.out.printf("Installed size: %d MB%n", Folders.size(image.root()) / 1_000_000);
    }
}
