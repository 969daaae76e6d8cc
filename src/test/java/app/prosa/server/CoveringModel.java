package app.prosa.server;

import app.prosa.conversation.ChatModel;
import app.prosa.conversation.ChatOutcome;
import app.prosa.conversation.ChatRequest;
import app.prosa.conversation.ChatRequest.Role;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A model that takes its time, and names each message that it answers: all that no answer before it
 * names. It never says the same twice.
 */
final class CoveringModel implements ChatModel {
    private static final Pattern NAME = Pattern.compile("\\bm[0-9]+\\b");

    private final CountDownLatch never = new CountDownLatch(1);
    private final int millis;

    CoveringModel(int millis) {
        this.millis = millis;
    }

    /** The messages that a text names. */
    static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        NAME.matcher(text).results().forEach(found -> names.add(found.group()));
        return names;
    }

    @Override
    public ChatOutcome stream(ChatRequest request, ReplySink sink) throws InterruptedException {
        Set<String> open = new LinkedHashSet<>();
        request.messages()
                .forEach(part -> {
                    if (part.role() == Role.USER) {
                        open.addAll(names(part.text()));
                    } else {
                        open.removeAll(names(part.text()));
                    }
                });
        var _ = never.await(millis, TimeUnit.MILLISECONDS);
        sink.answer("to " + String.join(" ", open) + " as " + UUID.randomUUID());
        return new ChatOutcome("m", null, false);
    }
}
