package app.prosa.server.operator;

import app.prosa.server.http.ApiError;
import app.prosa.server.http.Refusal;
import app.prosa.settings.Settings;
import app.prosa.settings.Settings.ModelChoice;
import app.prosa.settings.Settings.Models;
import app.prosa.settings.Settings.Personas;
import app.prosa.settings.hub.HubSettings;
import app.prosa.settings.hub.HubSettings.WebPage;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A change of what is safe to change from afar: how answers are made and what the page says. Who
 * may call the hub, and what it calls with which key, is chosen at the window. Null takes a choice
 * back.
 */
record SettingsPatch(JsonNode body) {
    private static final int MOST_CONTEXT = 1_000;
    private static final int LONGEST_TITLE = 200;

    /**
     * @throws Refusal INVALID_PARAMETER
     */
    Settings apply(Settings old) {
        return old.with(models(old.models())).with(personas(old.personas())).with(hub(old.hub()));
    }

    private Models models(Models old) {
        return new Models(
                old.providers(),
                body.has("model") ? model(body.path("model"), old) : old.chosen(),
                body.has("temperature") ? temperature() : old.temperature(),
                body.has("max_tokens") ? maxTokens() : old.maxTokens(),
                body.has("context_messages")
                        ? whole("context_messages", MOST_CONTEXT)
                        : old.contextMessages());
    }

    private static @Nullable ModelChoice model(JsonNode value, Models known) {
        if (value.isNull()) {
            return null;
        }
        String provider = value.path("provider").asText();
        String model = value.path("model").asText();
        if (known.provider(provider).isEmpty() || model.isBlank()) {
            throw wrong("model");
        }
        return new ModelChoice(provider, model);
    }

    private @Nullable Double temperature() {
        JsonNode value = body.path("temperature");
        if (value.isNull()) {
            return null;
        }
        double degrees = value.doubleValue();
        if (!value.isNumber() || !(degrees >= 0 && degrees <= 2)) {
            throw wrong("temperature");
        }
        return degrees;
    }

    private @Nullable Integer maxTokens() {
        return body.path("max_tokens").isNull() ? null : whole("max_tokens", Integer.MAX_VALUE);
    }

    private int whole(String name, int most) {
        JsonNode value = body.path(name);
        boolean good = value.isIntegralNumber() && value.canConvertToInt();
        if (!good || value.intValue() < 1 || value.intValue() > most) {
            throw wrong(name);
        }
        return value.intValue();
    }

    private Personas personas(Personas old) {
        String chosen = body.has("persona") ? persona(old) : old.chosen();
        String prompt = Asked.text(body, "system_prompt").orElse(old.systemPrompt());
        return new Personas(old.all(), chosen, prompt);
    }

    private @Nullable String persona(Personas known) {
        String id = Asked.text(body, "persona").orElse(null);
        if (id != null && known.persona(id).isEmpty()) {
            throw wrong("persona");
        }
        return id;
    }

    private HubSettings hub(HubSettings old) {
        JsonNode page = body.path("page");
        String title = Asked.text(page, "title").orElse(old.page().title());
        String greeting = Asked.text(page, "greeting").orElse(old.page().greeting());
        if (title.length() > LONGEST_TITLE) {
            throw wrong("page.title");
        }
        return old.withPage(new WebPage(title, greeting));
    }

    private static Refusal wrong(String name) {
        return new Refusal(ApiError.INVALID_PARAMETER, name);
    }
}
