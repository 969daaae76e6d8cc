package app.prosa.settings;

import app.prosa.settings.channels.ChannelsSettings;
import app.prosa.settings.hub.HubSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the operator chose, but no secret.
 *
 * @param firstRunDone the first-run pages were finished or skipped
 */
public record Settings(
        boolean firstRunDone,
        General general,
        Appearance appearance,
        Models models,
        Personas personas,
        HubSettings hub,
        ChannelsSettings channels,
        Updates updates) {

    public static final Settings DEFAULT =
            new Settings(
                    false,
                    General.DEFAULT,
                    Appearance.DEFAULT,
                    Models.DEFAULT,
                    Personas.DEFAULT,
                    HubSettings.DEFAULT,
                    ChannelsSettings.DEFAULT,
                    Updates.DEFAULT);

    /** Language and composing. */
    public record General(Language language, SendKey sendKey, boolean largePasteAsAttachment) {
        public static final General DEFAULT = new General(Language.SYSTEM, SendKey.ENTER, true);
    }

    /** Which key sends; the other one breaks the line. */
    public enum SendKey {
        ENTER,
        SHORTCUT_ENTER
    }

    /**
     * How the window looks.
     *
     * @param zoom percent, 80 to 200
     * @param wideTranscript 896 instead of 760 wide
     */
    public record Appearance(
            Theme theme,
            Density density,
            int zoom,
            boolean wideTranscript,
            boolean reducedMotion,
            boolean wrapCode) {
        public static final int MIN_ZOOM = 80;
        public static final int MAX_ZOOM = 200;
        public static final Appearance DEFAULT =
                new Appearance(Theme.SYSTEM, Density.COSY, 100, false, false, false);

        public Appearance {
            zoom = Math.clamp(zoom, MIN_ZOOM, MAX_ZOOM);
        }
    }

    /** Light or dark. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** How much air there is. */
    public enum Density {
        COMPACT,
        COSY
    }

    /**
     * The providers, and what a conversation starts with.
     *
     * @param chosen the model of new conversations, or null if none is chosen yet
     * @param temperature 0 to 2, or null for the provider's default
     * @param maxTokens the longest answer, or null for the provider's default
     * @param contextMessages how many of the last messages the model sees, 1 to 1000
     */
    public record Models(
            List<Provider> providers,
            @Nullable ModelChoice chosen,
            @Nullable Double temperature,
            @Nullable Integer maxTokens,
            int contextMessages) {
        public static final Models DEFAULT = new Models(List.of(), null, null, null, 10);

        public Models {
            providers = List.copyOf(providers);
            temperature = temperatureWithin(temperature);
            maxTokens = maxTokens == null ? null : Math.max(1, maxTokens);
            contextMessages = Math.clamp(contextMessages, 1, 1000);
        }

        public Optional<Provider> provider(String id) {
            return providers.stream().filter(p -> p.id().equals(id)).findFirst();
        }

        /**
         * The offline demo chosen; added first if it is not there.
         *
         * @param name what it is called then
         */
        public Models withDemo(String name) {
            Optional<Provider> known =
                    providers.stream().filter(p -> p.preset() == Preset.DEMO).findFirst();
            Provider demo = known.orElseGet(() -> Provider.demo(name));
            List<Provider> all = new ArrayList<>(providers);
            if (known.isEmpty()) {
                all.add(demo);
            }
            return new Models(
                    all,
                    new ModelChoice(demo.id(), Provider.DEMO_MODEL),
                    temperature,
                    maxTokens,
                    contextMessages);
        }
    }

    /** A model of a provider. */
    public record ModelChoice(String providerId, String model) {}

    /**
     * A server that answers.
     *
     * @param id never changes; the secret of the provider is kept under it
     * @param name what the operator calls it
     * @param baseUrl up to and including the version, such as {@code https://host/v1}; for Azure
     *     the resource's address; unused for the demo
     * @param models the names fetched or typed, for the picker
     */
    public record Provider(
            String id, Preset preset, String name, String baseUrl, List<String> models) {
        public Provider {
            models = List.copyOf(models);
        }

        /** The name of the demo's only model. */
        public static final String DEMO_MODEL = "demo";

        /** The one demo that there can be. */
        public static Provider demo(String name) {
            return new Provider("demo", Preset.DEMO, name, "", List.of(DEMO_MODEL));
        }
    }

    /**
     * The personas, and which one new conversations have.
     *
     * @param chosen an id of one of them, or null for none
     * @param systemPrompt what the model is told where there is no persona; blank for nothing
     */
    public record Personas(List<Persona> all, @Nullable String chosen, String systemPrompt) {
        public static final Personas DEFAULT = new Personas(List.of(), null, "");

        public Personas {
            all = List.copyOf(all);
        }

        public Optional<Persona> persona(@Nullable String id) {
            return all.stream().filter(p -> p.id().equals(id)).findFirst();
        }
    }

    /**
     * A way to answer.
     *
     * @param model its own model, or null for the conversation's
     * @param temperature its own, or null
     */
    public record Persona(
            String id,
            String name,
            String prompt,
            @Nullable ModelChoice model,
            @Nullable Double temperature) {
        public Persona {
            temperature = temperatureWithin(temperature);
        }
    }

    /**
     * Whether new versions are looked for.
     *
     * @param daily once a day, without being asked
     * @param looked when it was asked last where versions are published, or null for never
     * @param seen the newest version that the operator was told of, or null for none
     */
    public record Updates(boolean daily, @Nullable Instant looked, @Nullable String seen) {
        public static final Updates DEFAULT = new Updates(false, null, null);

        public Updates withDaily(boolean value) {
            return new Updates(value, looked, seen);
        }

        public Updates withLooked(Instant value) {
            return new Updates(daily, value, seen);
        }

        public Updates withSeen(String value) {
            return new Updates(daily, looked, value);
        }
    }

    private static @Nullable Double temperatureWithin(@Nullable Double value) {
        return value == null || value.isNaN() ? null : Double.valueOf(Math.clamp(value, 0.0, 2.0));
    }

    public Settings withFirstRunDone() {
        return new Settings(true, general, appearance, models, personas, hub, channels, updates);
    }

    public Settings with(General value) {
        return new Settings(
                firstRunDone, value, appearance, models, personas, hub, channels, updates);
    }

    public Settings with(Appearance value) {
        return new Settings(firstRunDone, general, value, models, personas, hub, channels, updates);
    }

    public Settings with(Models value) {
        return new Settings(
                firstRunDone, general, appearance, value, personas, hub, channels, updates);
    }

    public Settings with(Personas value) {
        return new Settings(
                firstRunDone, general, appearance, models, value, hub, channels, updates);
    }

    public Settings with(HubSettings value) {
        return new Settings(
                firstRunDone, general, appearance, models, personas, value, channels, updates);
    }

    public Settings with(ChannelsSettings value) {
        return new Settings(
                firstRunDone, general, appearance, models, personas, hub, value, updates);
    }

    public Settings with(Updates value) {
        return new Settings(
                firstRunDone, general, appearance, models, personas, hub, channels, value);
    }
}
