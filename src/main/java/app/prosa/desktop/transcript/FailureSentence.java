package app.prosa.desktop.transcript;

import app.prosa.conversation.Failure;
import app.prosa.conversation.ModelRef;
import org.jspecify.annotations.Nullable;

/** Says in words why a reply is not whole. */
@FunctionalInterface
public interface FailureSentence {
    /**
     * @param model the one that was asked, if one was
     */
    String of(Failure failure, @Nullable ModelRef model);
}
