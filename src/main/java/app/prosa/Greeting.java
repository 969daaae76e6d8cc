package app.prosa;

import app.prosa.settings.Secrets;
import app.prosa.settings.Texts;
import app.prosa.settings.hub.HubState;
import java.util.Locale;

/** What a person reads when the hub has started: where it is, who reaches it, what is missing. */
record Greeting(Terminal terminal) {

    void say(HubState.On on, boolean demo, Secrets.Place secrets) {
        Texts texts = terminal.texts();
        line(texts.get("app.serve.on", on.address(), Version.current()));
        line(texts.get("hub.exposure." + on.exposure().name().toLowerCase(Locale.ROOT)));
        line(texts.get("app.serve.page", on.page()));
        line(texts.get("app.serve.api", on.address()));
        if (demo) {
            line(texts.get("app.serve.demo"));
        }
        if (secrets == Secrets.Place.MEMORY) {
            line(texts.get("app.serve.memory"));
        }
        line(texts.get("app.serve.stop"));
    }

    private void line(String text) {
        terminal.out().println(text);
    }
}
