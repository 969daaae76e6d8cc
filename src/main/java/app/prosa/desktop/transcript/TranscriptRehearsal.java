package app.prosa.desktop.transcript;

import app.prosa.conversation.Message;
import app.prosa.desktop.FxThread;
import app.prosa.desktop.Rehearsal;
import app.prosa.desktop.transcript.lines.MessageLines;
import app.prosa.settings.Texts;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;

/**
 * Draws one message of each kind for nobody: the classes, fonts and styles that a transcript needs
 * cost more than the transcript, and the first conversation that is opened would pay for them.
 */
public final class TranscriptRehearsal implements Rehearsal {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 320;

    private final Texts texts;
    private final Executor background;
    private boolean ended;

    /**
     * @param background takes what may be done off the JavaFX thread
     */
    public TranscriptRehearsal(Texts texts, Executor background) {
        this.texts = texts;
        this.background = background;
    }

    @Override
    public void begin(Scene scene) {
        Dummy dummy = new Dummy(texts, scene);
        background.execute(() -> {
            RehearsedMessages.ALL.forEach(MessageLines::of);
            FxThread.run(() -> draw(dummy, RehearsedMessages.ALL));
        });
    }

    @Override
    public void end() {
        ended = true;
    }

    private void draw(Dummy dummy, List<Message> left) {
        if (!ended && !left.isEmpty()) {
            dummy.draw(left.getFirst());
            List<Message> others = left.subList(1, left.size());
            // Through another thread: what was asked of this one meanwhile comes first.
            background.execute(() -> FxThread.run(() -> draw(dummy, others)));
        }
    }

    /** A transcript without a window, dressed like the one in it. */
    private static final class Dummy {
        private final TranscriptView view;
        private final StackPane root;

        Dummy(Texts texts, Scene like) {
            // Here the lines are made at once: each message is to be whole when it is drawn.
            view = new TranscriptView(texts, new Unheard(), (failure, model) -> "", Runnable::run);
            root = new StackPane(view);
            root.setStyle(like.getRoot().getStyle());
            root.getStyleClass().setAll(like.getRoot().getStyleClass());
            Scene scene = new Scene(root, WIDTH, HEIGHT);
            scene.getPreferences().setColorScheme(like.getPreferences().getColorScheme());
            scene.getStylesheets().setAll(like.getStylesheets());
        }

        void draw(Message message) {
            view.show(new OneMessage(message), ScrollPosition.END);
            root.snapshot(null, new WritableImage(WIDTH, HEIGHT));
        }
    }
}
