package app.prosa.desktop.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.desktop.Fx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 300, unit = TimeUnit.SECONDS)
class CommandsTest {
    @Test
    void whoever_waits_for_what_was_told_waits_for_all_of_it() throws Exception {
        try (Commands commands = new Commands(e -> {})) {
            AtomicReference<String> heard = new AtomicReference<>("nothing");
            CompletableFuture<String> atTheEnd =
                    Fx.call(() -> {
                        commands.run(() -> "a conversation", heard::set);
                        CompletableFuture<String> then =
                                commands.told().thenApply(done -> heard.get());
                        // All is done, and nothing of it could be told here yet.
                        commands.idle().get(Fx.PATIENCE_SECONDS, TimeUnit.SECONDS);
                        return then;
                    });
            assertEquals("a conversation", atTheEnd.get(Fx.PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
    }
}
