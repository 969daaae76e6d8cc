package app.prosa;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this build, the same from a jar and from a folder of classes. */
final class Version {
    private Version() {}

    static String current() {
        Properties properties = new Properties();
        // The build writes the number of pom.xml into this file.
        try (InputStream in = Version.class.getResourceAsStream("/version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
