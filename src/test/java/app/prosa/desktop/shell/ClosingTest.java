package app.prosa.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.desktop.FakeHub;
import app.prosa.desktop.shell.ClosingQuestion.Answer;
import app.prosa.settings.Environment;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.hub.Exposure;
import app.prosa.settings.hub.HubSettings.WhenClosed;
import app.prosa.settings.hub.HubState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What closing the window means. */
@SuppressWarnings("NullAway.Init")
class ClosingTest {
    private static final URI ADDRESS = URI.create("http://127.0.0.1:3000/");
    private static final HubState ON =
            new HubState.On(ADDRESS, ADDRESS, Exposure.THIS_COMPUTER, false);

    @TempDir Path dir;
    private final FakeHub hub = new FakeHub();
    private final List<String> done = new ArrayList<>();
    private LiveSettings settings;
    private Closing closing;
    private Consumer<Answer> answer = _ -> {};

    @BeforeEach
    void open() throws IOException {
        settings = LiveSettings.open(dir, Environment.of(Map.of()));
        closing = new Closing(hub, settings, new Noted());
    }

    @Test
    void without_a_hub_it_is_the_end() {
        settings.update(all -> all.with(all.hub().withWhenClosed(WhenClosed.KEEP)));
        closing.close();
        assertEquals(List.of("end"), done);
    }

    @Test
    void with_a_hub_the_operator_is_asked_each_time_until_an_answer_shall_hold() {
        hub.become(ON);
        closing.close();
        answer.accept(new Answer(WhenClosed.KEEP, false));
        closing.close();
        answer.accept(new Answer(WhenClosed.STOP, true));
        assertEquals(List.of("ask", "keep", "ask", "end"), done);
        assertEquals(WhenClosed.STOP, settings.current().hub().whenClosed());
        closing.close();
        assertEquals("end", done.getLast());
    }

    @Test
    void what_was_chosen_in_the_settings_is_not_asked() {
        hub.become(ON);
        settings.update(all -> all.with(all.hub().withWhenClosed(WhenClosed.KEEP)));
        closing.close();
        assertEquals(List.of("keep"), done);
    }

    /** What was to be done; it waits as the window does. */
    private final class Noted implements Closing.Ways {
        @Override
        public void keep() {
            done.add("keep");
        }

        @Override
        public void end(CompletableFuture<Void> first) {
            first.join();
            done.add("end");
        }

        @Override
        public void ask(Consumer<Answer> answered) {
            done.add("ask");
            answer = answered;
        }
    }
}
