package app.prosa.settings;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The environment variables the program was started with, checked. Each overrides the setting of
 * the same meaning; a blank value counts as none.
 */
public final class Environment {
    /** The id of the provider that OPENAI_API_KEY and OPENAI_BASE_URL make. */
    public static final String PROVIDER = "environment";

    /** What that provider is asked for when OPENAI_MODEL is not set. */
    public static final String DEFAULT_MODEL = "gpt-5.4-mini";

    private final Map<Variable, String> values = new EnumMap<>(Variable.class);
    private final Map<String, String> all;

    private Environment(Map<String, String> all) {
        this.all = Map.copyOf(all);
    }

    /**
     * @param all such as {@link System#getenv()}
     * @throws InvalidVariableException for the first value that cannot be used
     */
    public static Environment of(Map<String, String> all) {
        var environment = new Environment(all);
        for (Variable variable : Variable.values()) {
            String value = all.getOrDefault(variable.name(), "").strip();
            if (!value.isEmpty()) {
                if (!variable.form().fits(value)) {
                    throw new InvalidVariableException(variable);
                }
                environment.values.put(variable, value);
            }
        }
        return environment;
    }

    public Optional<String> get(Variable variable) {
        return Optional.ofNullable(values.get(variable));
    }

    /** The language that PROSA_LANGUAGE asks for; what the first paint needs, without a file. */
    public Optional<Language> language() {
        return get(Variable.PROSA_LANGUAGE).flatMap(Language::named);
    }

    /** One of the system's own variables, such as APPDATA. */
    Optional<String> ofSystem(String name) {
        return Optional.ofNullable(all.get(name)).filter(value -> !value.isBlank());
    }

    /** The names alone: values may be secrets. */
    @Override
    public String toString() {
        return "Environment" + values.keySet();
    }
}
