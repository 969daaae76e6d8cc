package app.prosa.desktop.chat;

import app.prosa.conversation.ModelRef;
import app.prosa.desktop.Navigation;
import app.prosa.desktop.PageContext;
import app.prosa.desktop.Services;
import app.prosa.desktop.Views;
import app.prosa.settings.Preset;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** What a new chat shows, and what its buttons do. */
final class EmptyChat {
    private final Services services;
    private final EmptyChatController view;
    private final Node root;
    private final String demoName;

    EmptyChat(
            PageContext context,
            Services services,
            ComposerViewModel composing,
            ComposerController composer) {
        this.services = services;
        this.demoName = context.texts().get("settings.provider.demo");
        this.view =
                new EmptyChatController(
                        context.texts(),
                        starter -> {
                            composing.text().set(starter);
                            composer.focus();
                        },
                        () -> context.navigation().openSettings(Navigation.Section.MODELS),
                        () -> Thread.ofVirtual().start(this::chooseDemo));
        this.root = Views.load("chat_empty", view, context.texts());
    }

    Node root() {
        return root;
    }

    /**
     * @param chosen the model that would answer
     */
    void show(@Nullable ModelRef chosen) {
        view.show(brain(chosen));
    }

    private EmptyChatController.Brain brain(@Nullable ModelRef chosen) {
        if (chosen == null) {
            return EmptyChatController.Brain.NONE;
        }
        return services.settings()
                .current()
                .models()
                .provider(chosen.provider())
                .filter(p -> p.preset() == Preset.DEMO)
                .map(p -> EmptyChatController.Brain.DEMO)
                .orElse(EmptyChatController.Brain.REAL);
    }

    private void chooseDemo() {
        services.settings().update(s -> s.with(s.models().withDemo(demoName)));
    }
}
