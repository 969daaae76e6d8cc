package app.prosa.installer;

import java.nio.file.Path;

/**
 * What is made, and of what.
 *
 * @param version as in pom.xml
 * @param packaged the folder to start from
 * @param resources what lies in the folder installer/
 * @param training the jar with {@link app.prosa.training}
 * @param vendorJar what {@link VendorJar} cut
 * @param work where all is made
 * @param args what is said about the program, the same for each system
 */
record Product(
        String version,
        Path packaged,
        Path resources,
        Path training,
        Path vendorJar,
        Path work,
        Arguments args) {

    /** Where the finished packages lie. */
    Path out() {
        return work.resolve("dist");
    }

    Icons icons() {
        return new Icons(Path.of("src/main/resources/app/prosa/desktop/shell").toAbsolutePath());
    }

    String name() {
        return args.value("--name");
    }

    String description() {
        return args.value("--description");
    }
}
