package app.prosa.settings;

import app.prosa.settings.Settings.ModelChoice;
import app.prosa.settings.Settings.Persona;
import app.prosa.settings.hub.ApiKey;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings as JSON in a file: not in the database, so that they are known before there is one.
 * No reader of it ever loses what the operator wrote: a file that is no JSON is set aside as {@code
 * settings.json.broken-1}, and one of which a part was passed over is copied to {@code
 * settings.json.bak} before it is written for the first time.
 */
final class SettingsFile {
    static final String NAME = "settings.json";
    private static final int VERSION = 1;
    private static final String VERSION_FIELD = "version";
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .addModule(InstantText.module())
                    .build();

    private final Path file;
    private boolean understood = true;

    SettingsFile(Path directory) {
        this.file = directory.resolve(NAME);
    }

    /**
     * What was read.
     *
     * @param setAside where the file is now if it could not be read at all; the settings are the
     *     defaults then
     */
    record Loaded(Settings settings, @Nullable Path setAside) {}

    /**
     * @throws IOException only if a file that cannot be read cannot be set aside either
     */
    Loaded load() throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Loaded(Settings.DEFAULT, null);
        }
        try {
            if (MAPPER.readTree(Files.readAllBytes(file)) instanceof ObjectNode json) {
                return new Loaded(read(json), null);
            }
        } catch (IOException e) {
            // Set aside below, as what is JSON but no object is; the caller tells the operator.
        }
        return new Loaded(Settings.DEFAULT, AtomicFile.setAside(file, "broken"));
    }

    /**
     * @throws IOException if it could not be written; the file is as it was then
     */
    void save(Settings settings) throws IOException {
        if (!understood && Files.exists(file)) {
            Path copy = file.resolveSibling(NAME + ".bak");
            AtomicFile.write(copy, Files.readAllBytes(file));
            understood = true;
        }
        ObjectNode json = MAPPER.createObjectNode().put(VERSION_FIELD, VERSION);
        json.setAll(MAPPER.<ObjectNode>valueToTree(settings));
        // By way of a string: a lone surrogate becomes a question mark there, and is no error.
        String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private Settings read(ObjectNode json) {
        var reader = new RecordReader(MAPPER, new Named());
        JsonNode version = json.remove(VERSION_FIELD);
        Settings settings = reader.read(json, Settings.DEFAULT);
        boolean newer = version != null && version.asInt(VERSION) > VERSION;
        understood = reader.understood() && !newer;
        return settings;
    }

    /** Providers, personas and choices: all but their names may be missing. */
    private static final class Named implements RecordReader.Entries {
        private static final List<Record> BLANKS =
                List.of(
                        new Settings.Provider("", Preset.CUSTOM, "", "", List.of()),
                        new Persona("", "", "", null, null),
                        new ModelChoice("", ""),
                        ApiKey.BLANK);

        @Override
        public @Nullable Record blank(Class<?> type) {
            for (Record blank : BLANKS) {
                if (blank.getClass() == type) {
                    return blank;
                }
            }
            return null;
        }

        @Override
        public boolean usable(Record entry) {
            return switch (entry) {
                case Settings.Provider provider -> !provider.id().isBlank();
                case Persona persona -> !persona.id().isBlank();
                case ModelChoice choice ->
                        !choice.providerId().isBlank() && !choice.model().isBlank();
                case ApiKey key -> !key.id().isBlank() && !key.sha256().isBlank();
                default -> throw new IllegalArgumentException("Not one of ours: " + entry);
            };
        }
    }
}
