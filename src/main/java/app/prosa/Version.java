package app.prosa;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build knows of itself, the same from a jar and from a folder of classes. */
final class Version {
    private static final Properties TOLD = told();

    private Version() {}

    static String current() {
        return TOLD.getProperty("version");
    }

    /** The address that tells the latest version; empty where the build was not told it. */
    static String releases() {
        return TOLD.getProperty("releases");
    }

    private static Properties told() {
        Properties properties = new Properties();
        // The build writes what pom.xml says into this file.
        try (InputStream in = Version.class.getResourceAsStream("/version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
