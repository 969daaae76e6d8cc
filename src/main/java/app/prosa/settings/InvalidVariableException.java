package app.prosa.settings;

import java.util.Locale;

/**
 * An environment variable has a value that cannot be used. The value is not shown: it may be a
 * secret.
 */
public final class InvalidVariableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Variable variable;

    InvalidVariableException(Variable variable) {
        super(variable + " is not a usable " + variable.form());
        this.variable = variable;
    }

    public Variable variable() {
        return variable;
    }

    /** One line that names the variable and says what it takes. */
    public String sentence(Texts texts) {
        String form = variable.form().name().toLowerCase(Locale.ROOT);
        return texts.get("environment." + form, variable.name());
    }
}
