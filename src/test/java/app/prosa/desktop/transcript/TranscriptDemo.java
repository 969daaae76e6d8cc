package app.prosa.desktop.transcript;

import app.prosa.conversation.Author;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.settings.Language;
import app.prosa.settings.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * Shows the transcript in a window. Properties: {@code demo.count} messages instead of the tour,
 * {@code demo.dark}, {@code demo.width}, {@code demo.zoom}, {@code demo.stream}, {@code demo.at}.
 */
public final class TranscriptDemo extends Application {

    /** Not an application itself, so that it starts from the class path. */
    public static final class Launcher {
        private Launcher() {}

        public static void main(String[] args) {
            launch(TranscriptDemo.class, args);
        }
    }

    @Override
    public void start(Stage stage) {
        int count = Integer.getInteger("demo.count", 0);
        List<Message> messages = count == 0 ? Conversations.tour() : Conversations.many(count);
        ListSource source = new ListSource(messages);
        TranscriptView view =
                new TranscriptView(
                        Texts.in(
                                Boolean.getBoolean("demo.pt")
                                        ? Language.PORTUGUESE
                                        : Language.ENGLISH),
                        new Asked(new ArrayList<>()),
                        (failure, _) -> "The server said no: " + failure.kind(),
                        Executors.newVirtualThreadPerTaskExecutor());
        Scene scene = new Scene(new StackPane(view), Integer.getInteger("demo.width", 1000), 900);
        for (String sheet : List.of("tokens", "app", "transcript")) {
            scene.getStylesheets().add("/css/" + sheet + ".css");
        }
        scene.getRoot()
                .setStyle(
                        "-fx-font-size: "
                                + 14 * Integer.getInteger("demo.zoom", 100) / 100.0
                                + "px");
        scene.getPreferences()
                .setColorScheme(
                        Boolean.getBoolean("demo.dark") ? ColorScheme.DARK : ColorScheme.LIGHT);
        view.setWide(Boolean.getBoolean("demo.wide"));
        stage.setScene(scene);
        stage.setTitle("Transcript");
        stage.show();
        view.show(source, ScrollPosition.END);
        Integer at = Integer.getInteger("demo.at");
        if (at != null) {
            view.reveal(at);
        }
        PauseTransition drawn = new PauseTransition(Duration.seconds(1));
        drawn.setOnFinished(e -> System.out.println("READY"));
        drawn.play();
        if (Boolean.getBoolean("demo.stream")) {
            stream(source);
        }
    }

    private static void stream(ListSource source) {
        int position = source.size();
        Message reply =
                Conversations.message(
                        position, Author.ASSISTANT, "", "", MessageState.STREAMING, null);
        source.add(reply);
        String text = Conversations.RICH.repeat(30);
        new AnimationTimer() {
            private int length;

            @Override
            public void handle(long now) {
                length = Math.min(text.length(), length + 14);
                source.set(
                        Conversations.with(
                                reply, text.substring(0, length), "", MessageState.STREAMING));
                if (length == text.length()) {
                    stop();
                }
            }
        }.start();
    }
}
