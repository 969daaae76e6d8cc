package app.prosa.server.operator;

import app.prosa.conversation.ModelRef;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.Settings;
import app.prosa.settings.Settings.ModelChoice;
import app.prosa.settings.Settings.Persona;
import app.prosa.settings.Variable;
import app.prosa.settings.hub.ApiKey;
import app.prosa.settings.hub.HubSettings;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The settings as an operator's program sees them: no key, and nothing that recognises one. */
final class SettingsJson {
    private SettingsJson() {}

    static void write(JsonGenerator out, LiveSettings live) throws IOException {
        Settings now = live.current();
        out.writeStartObject();
        out.writeFieldName("model");
        model(out, now.models().chosen());
        out.writeObjectField("temperature", now.models().temperature());
        out.writeObjectField("max_tokens", now.models().maxTokens());
        out.writeNumberField("context_messages", now.models().contextMessages());
        out.writeStringField("persona", now.personas().chosen());
        out.writeStringField("system_prompt", now.personas().systemPrompt());
        out.writeObjectFieldStart("page");
        out.writeStringField("title", now.hub().page().title());
        out.writeStringField("greeting", now.hub().page().greeting());
        out.writeEndObject();
        providers(out, now.models().providers());
        personas(out, now.personas().all());
        hub(out, now.hub());
        out.writeArrayFieldStart("environment");
        for (Variable variable : live.overrides().values()) {
            out.writeString(variable.name());
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void providers(JsonGenerator out, List<Settings.Provider> providers)
            throws IOException {
        out.writeArrayFieldStart("providers");
        for (Settings.Provider provider : providers) {
            out.writeStartObject();
            out.writeStringField("id", provider.id());
            out.writeStringField("preset", provider.preset().name().toLowerCase(Locale.ROOT));
            out.writeStringField("name", provider.name());
            out.writeStringField("base_url", withoutUser(provider.baseUrl()));
            texts(out, "models", provider.models());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** Some write a password into an address. */
    private static String withoutUser(String url) {
        return url.replaceFirst("//[^/?#]*@", "//");
    }

    private static void personas(JsonGenerator out, List<Persona> personas) throws IOException {
        out.writeArrayFieldStart("personas");
        for (Persona persona : personas) {
            out.writeStartObject();
            out.writeStringField("id", persona.id());
            out.writeStringField("name", persona.name());
            out.writeStringField("prompt", persona.prompt());
            out.writeFieldName("model");
            model(out, persona.model());
            out.writeObjectField("temperature", persona.temperature());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void hub(JsonGenerator out, HubSettings hub) throws IOException {
        out.writeObjectFieldStart("hub");
        out.writeStringField("bind", hub.bind());
        out.writeNumberField("port", hub.port());
        out.writeStringField("public_url", hub.publicUrl());
        texts(out, "origins", hub.origins());
        texts(out, "trusted_proxies", hub.trustedProxies());
        out.writeObjectFieldStart("limits");
        out.writeBooleanField("on", hub.limits().on());
        out.writeNumberField("per_key", hub.limits().perKey());
        out.writeNumberField("per_user", hub.limits().perUser());
        out.writeNumberField("per_address", hub.limits().perAddress());
        out.writeNumberField("in_flight", hub.limits().inFlight());
        out.writeEndObject();
        out.writeArrayFieldStart("keys");
        for (ApiKey key : hub.keys()) {
            out.writeStartObject();
            out.writeStringField("id", key.id());
            out.writeStringField("name", key.name());
            out.writeStringField("scope", key.scope().name().toLowerCase(Locale.ROOT));
            out.writeStringField("hint", key.hint());
            out.writeStringField("created_at", Instant.ofEpochMilli(key.createdAt()).toString());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void texts(JsonGenerator out, String name, List<String> texts)
            throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }

    private static void model(JsonGenerator out, @Nullable ModelChoice choice) throws IOException {
        ConversationJson.model(
                out, choice == null ? null : new ModelRef(choice.providerId(), choice.model()));
    }
}
