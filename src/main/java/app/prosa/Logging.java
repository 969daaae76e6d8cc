package app.prosa;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * What is logged, and where: into a file of the data directory, or for whoever started a hub. Not
 * in a file of Logback's, which takes an XML parser and some five hundred classes to read, at each
 * start. Logback asks it, by {@code META-INF/services}, before the first line is logged.
 */
public final class Logging extends ContextAwareBase implements Configurator {
    private static final String FORMAT = "prosa.log";
    private static final String FOLDER = "prosa.logs";

    private static final String LINE = "%d{HH:mm:ss} %-5level %msg%n%ex{20}";
    private static final String LINE_OF_FILE =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{36} [%thread] %msg%n%ex{30}";
    private static final FileSize LARGEST = FileSize.valueOf("2MB");
    private static final int OLDER_FILES = 3;

    private static final Map<String, Level> LEVELS =
            Map.of(
                    Logger.ROOT_LOGGER_NAME,
                    Level.WARN,
                    "app.prosa",
                    Level.INFO,
                    // At DEBUG these write headers or parameters, and with them keys and what
                    // people said: never below WARN.
                    "org.eclipse.jetty",
                    Level.WARN,
                    "com.openai",
                    Level.WARN,
                    "org.flywaydb",
                    Level.WARN,
                    "com.zaxxer.hikari",
                    Level.WARN,
                    // Anybody can have these warn, in words of theirs.
                    "org.eclipse.jetty.http.HttpParser",
                    Level.ERROR,
                    "org.eclipse.jetty.util.HostPort",
                    Level.ERROR);

    private final @Nullable LogFormat format;
    private final Path folder;

    /** As the program said. */
    public Logging() {
        this(
                System.getProperty(FORMAT) == null
                        ? null
                        : LogFormat.valueOf(System.getProperty(FORMAT)),
                System.getProperty(FOLDER) == null
                        ? Path.of(System.getProperty("java.io.tmpdir"), "prosa-logs")
                        : Path.of(System.getProperty(FOLDER)));
    }

    /**
     * @param format of the standard output; null for a file
     * @param folder of that file
     */
    Logging(@Nullable LogFormat format, Path folder) {
        this.format = format;
        this.folder = folder;
    }

    /** To the standard output. Before anything is logged. */
    static void inFormat(LogFormat wanted) {
        System.setProperty(FORMAT, wanted.name());
    }

    /** Into a file there, unless a format was set. Before anything is logged. */
    static void into(Path wanted) {
        System.setProperty(FOLDER, wanted.toString());
    }

    @Override
    public ExecutionStatus configure(LoggerContext all) {
        OutputStreamAppender<ILoggingEvent> out = format == null ? file() : console(format);
        out.setContext(all);
        out.setName("prosa");
        out.start();
        LEVELS.forEach((name, level) -> all.getLogger(name).setLevel(level));
        all.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(out);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private OutputStreamAppender<ILoggingEvent> console(LogFormat wanted) {
        ConsoleAppender<ILoggingEvent> out = new ConsoleAppender<>();
        out.setEncoder(
                switch (wanted) {
                    case TEXT -> lines(LINE);
                    case JSON -> objects();
                });
        return out;
    }

    private Encoder<ILoggingEvent> lines(String pattern) {
        PatternLayoutEncoder lines = new PatternLayoutEncoder();
        lines.setContext(context);
        lines.setPattern(pattern);
        lines.start();
        return lines;
    }

    private Encoder<ILoggingEvent> objects() {
        JsonEncoder objects = new JsonEncoder();
        objects.setContext(context);
        objects.setWithSequenceNumber(false);
        objects.setWithNanoseconds(false);
        objects.setWithContext(false);
        objects.setWithMDC(false);
        objects.setWithMarkers(false);
        objects.setWithMessage(false);
        objects.setWithArguments(false);
        objects.setWithKVPList(false);
        objects.setWithFormattedMessage(true);
        objects.start();
        return objects;
    }

    private OutputStreamAppender<ILoggingEvent> file() {
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(context);
        file.setFile(folder.resolve("prosa.log").toString());
        file.setEncoder(lines(LINE_OF_FILE));
        FixedWindowRollingPolicy older = new FixedWindowRollingPolicy();
        older.setContext(context);
        older.setParent(file);
        older.setFileNamePattern(folder.resolve("prosa.%i.log").toString());
        older.setMinIndex(1);
        older.setMaxIndex(OLDER_FILES);
        older.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> full = new SizeBasedTriggeringPolicy<>();
        full.setContext(context);
        full.setMaxFileSize(LARGEST);
        full.setCheckIncrement(Duration.buildByMilliseconds(0)); // or once a minute
        full.start();
        file.setRollingPolicy(older);
        file.setTriggeringPolicy(full);
        return file;
    }
}
