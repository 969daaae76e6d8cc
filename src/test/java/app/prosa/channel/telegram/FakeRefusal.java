package app.prosa.channel.telegram;

import java.util.Map;

/** The fake says no, in the words of the Bot API. */
final class FakeRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;
    private final transient Map<String, Long> parameters;

    FakeRefusal(int code, String description) {
        this(code, description, Map.of());
    }

    FakeRefusal(int code, String description, Map<String, Long> parameters) {
        super(description);
        this.code = code;
        this.parameters = parameters;
    }

    FakeDenial error() {
        return new FakeDenial(code, String.valueOf(getMessage()), parameters);
    }

    static FakeRefusal bad(String what) {
        return new FakeRefusal(400, "Bad Request: " + what);
    }
}
