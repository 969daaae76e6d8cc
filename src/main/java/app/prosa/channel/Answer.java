package app.prosa.channel;

import java.util.Optional;
import java.util.function.Function;

/** What a platform answers to a question that may be asked again without harm. */
public sealed interface Answer<T> {

    record Given<T>(T value) implements Answer<T> {}

    /** Never {@link Refusal.Markup}, which is said of messages alone. */
    record Refused<T>(Refusal refusal) implements Answer<T> {}

    /** Why it is none; empty when it is one. */
    default Optional<Refusal> whyNot() {
        return switch (this) {
            case Given<T> _ -> Optional.empty();
            case Refused<T>(Refusal refusal) -> Optional.of(refusal);
        };
    }

    default <U> Answer<U> then(Function<T, Answer<U>> next) {
        return switch (this) {
            case Given<T>(T value) -> next.apply(value);
            case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
        };
    }
}
