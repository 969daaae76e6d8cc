package app.prosa.installer;

import java.io.IOException;
import java.nio.file.Path;

/** How the program is laid out and packed on one kind of system. */
sealed interface Kind permits LinuxKind, BundleKind {

    /** The kind for the system that this runs on. */
    static Kind ofThisSystem(Product product) {
        String system = System.getProperty("os.name");
        if (system.equals("Linux")) {
            return new LinuxKind(product);
        }
        return new BundleKind(product, system.startsWith("Mac"));
    }

    /**
     * Lays the program out as it will lie there, without its AOT cache.
     *
     * @param runtime the linked Java
     */
    Image layOut(Path runtime) throws IOException;

    /** Packs it, once the cache is there, into the product's folder for what is finished. */
    void pack(Image image) throws IOException, InterruptedException;
}
