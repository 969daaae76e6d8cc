package app.prosa.channel.inbound;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What people say to the program instead of to the model, in English and Portuguese. The whole
 * message has to be it: whoever wants to stop something else is not silenced.
 */
final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern EDGES = Pattern.compile("^[\\s\\p{P}]+|[\\s\\p{P}]+$");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final Set<String> STOP =
            Set.of(
                    "stop",
                    "parar",
                    "pare",
                    "sair",
                    "cancelar",
                    "unsubscribe",
                    "stopall",
                    "descadastrar");
    private static final Set<String> START = Set.of("start", "voltar", "unstop");
    private static final Set<String> HUMAN =
            Set.of(
                    "human",
                    "humano",
                    "atendente",
                    "falar com atendente",
                    "falar com um atendente",
                    "falar com uma atendente",
                    "falar com humano",
                    "falar com um humano",
                    "falar com uma pessoa",
                    "quero falar com um atendente",
                    "quero falar com uma pessoa",
                    "talk to a human",
                    "talk to a person",
                    "talk to an agent",
                    "speak to a human",
                    "speak to an agent");

    private Words() {}

    /** What was asked for. */
    enum Wish {
        SILENCE,
        SOUND,
        PERSON,
        GREETING,
        HELP,
        RESET
    }

    /** Empty for what the model is to answer. */
    static Optional<Wish> of(String text) {
        String command = text.strip().toLowerCase(Locale.ROOT);
        if (command.startsWith("/")) {
            return command(SPACE.split(command.substring(1), 2)[0]);
        }
        String plain = plain(text);
        if (STOP.contains(plain)) {
            return Optional.of(Wish.SILENCE);
        }
        if (START.contains(plain)) {
            return Optional.of(Wish.SOUND);
        }
        return HUMAN.contains(plain) ? Optional.of(Wish.PERSON) : Optional.empty();
    }

    static Optional<Wish> command(String name) {
        return switch (name) {
            case "start" -> Optional.of(Wish.GREETING);
            case "help", "ajuda" -> Optional.of(Wish.HELP);
            case "reset" -> Optional.of(Wish.RESET);
            case "human", "humano", "atendente" -> Optional.of(Wish.PERSON);
            case "stop", "parar" -> Optional.of(Wish.SILENCE);
            default -> Optional.empty();
        };
    }

    private static String plain(String text) {
        if (text.length() > 60) {
            return "";
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        String bare = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
        return SPACE.matcher(EDGES.matcher(bare).replaceAll("")).replaceAll(" ");
    }
}
