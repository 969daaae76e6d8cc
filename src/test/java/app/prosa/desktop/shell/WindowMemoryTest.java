package app.prosa.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.desktop.Fx;
import app.prosa.settings.WindowState;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 300, unit = TimeUnit.SECONDS)
class WindowMemoryTest {
    @TempDir Path dir;

    @Test
    void what_is_written_down_late_is_not_older_than_what_is_there() throws Exception {
        Runnable[] saves =
                Fx.call(() -> {
                    var memory =
                            new WindowMemory(
                                    new Stage(), new ShellModel(), dir, WindowState.DEFAULT);
                    Runnable early = memory.saving();
                    memory.remember("the conversation that is open now");
                    return new Runnable[] {early, memory.savingAtTheEnd()};
                });

        saves[1].run();
        saves[0].run();

        assertEquals("the conversation that is open now", WindowState.load(dir).conversation());
    }
}
