package app.prosa;

import app.prosa.settings.Texts;
import java.io.PrintStream;

/** Where the program talks to a person before there is a window, and in which language. */
record Terminal(Texts texts, PrintStream out, PrintStream err) {

    /**
     * Says what went wrong and what to do.
     *
     * @return {@link ExitCode#FAILED}
     */
    int fail(String key) {
        return failWith(texts.get(key));
    }

    /**
     * @param sentence in the reader's language
     * @return {@link ExitCode#FAILED}
     */
    int failWith(String sentence) {
        err.println(sentence);
        return ExitCode.FAILED;
    }
}
