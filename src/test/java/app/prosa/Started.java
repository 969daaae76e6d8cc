package app.prosa;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A hub in a process of its own, started as a person or a service manager does. */
final class Started implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("listens at (http://[^\\s\"]+)");

    private final Path out;
    private final Path err;
    private final Process process;

    Started(Sh.Call call, Path folder) throws IOException {
        out = Files.createTempFile(folder, "hub", ".out");
        err = Files.createTempFile(folder, "hub", ".err");
        process = call.start(out, err);
    }

    /** Waits until it says where it is. */
    URI address() throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < until) {
            // JSON may write a slash with a backslash before it.
            Matcher matcher = ADDRESS.matcher(Files.readString(out).replace("\\/", "/"));
            if (matcher.find()) {
                return URI.create(matcher.group(1));
            }
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new AssertionError("It did not start: " + Files.readString(out) + err());
    }

    /**
     * Asks it to end, as SIGTERM does, and waits.
     *
     * @return the exit code
     */
    int end() throws InterruptedException {
        process.toHandle().destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("It did not end");
        }
        return process.exitValue();
    }

    Path out() {
        return out;
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
