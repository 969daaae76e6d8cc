package app.prosa.desktop.channels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.settings.Language;
import app.prosa.settings.Texts;
import app.prosa.settings.channels.ChannelFacts;
import app.prosa.settings.channels.ChannelState;
import app.prosa.settings.channels.ChannelState.Missing;
import app.prosa.settings.channels.ChannelState.Problem;
import app.prosa.settings.channels.Platform;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelWordsTest {
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final ZonedDateTime NOW = NOON.plusSeconds(3600).atZone(ZoneOffset.UTC);

    private final ChannelWords english = new ChannelWords(Texts.in(Language.ENGLISH));
    private final ChannelWords portuguese = new ChannelWords(Texts.in(Language.PORTUGUESE));

    @Test
    void what_is_missing_is_listed_as_people_speak() {
        var state =
                new ChannelState.Incomplete(
                        List.of(Missing.TOKEN, Missing.APP_SECRET, Missing.ACCOUNT));
        assertEquals(
                "Still missing: the token, the app secret, and whose account it is."
                        + " Until then nothing is taken in.",
                english.sentence(Platform.WHATSAPP, state, true));
        assertTrue(
                portuguese
                        .sentence(Platform.WHATSAPP, state, true)
                        .startsWith("Ainda falta: o token, o segredo do app e de quem é a conta."));
    }

    @Test
    void what_the_platform_said_stands_behind_what_it_means() {
        var state = new ChannelState.Troubled(Problem.TOKEN, "Unauthorized ");
        String sentence = english.sentence(Platform.TELEGRAM, state, true);
        assertTrue(sentence.startsWith("Telegram does not accept the token."), sentence);
        assertTrue(sentence.endsWith(" Telegram says: Unauthorized"), sentence);
    }

    @Test
    void every_problem_of_every_platform_is_a_sentence_in_both_languages() {
        for (ChannelWords words : List.of(english, portuguese)) {
            for (Problem problem : Problem.values()) {
                for (Platform platform : Platform.values()) {
                    var state = new ChannelState.Troubled(problem, "");
                    String sentence = words.sentence(platform, state, true);
                    assertFalse(sentence.contains("{"), sentence);
                    assertTrue(sentence.endsWith("."), sentence);
                }
            }
        }
    }

    @Test
    void a_channel_that_is_slowed_down_is_not_broken() {
        assertEquals(Tone.WAITING, english.tone(new ChannelState.Troubled(Problem.SLOW_DOWN, "")));
        assertEquals(Tone.BAD, english.tone(new ChannelState.Troubled(Problem.NETWORK, "")));
    }

    @Test
    void of_a_quiet_channel_only_the_last_messages_are_told() {
        var facts = new ChannelFacts(NOON, null, 0, 0, 0, 0, 0, 0);
        List<String> said = sentences(english, facts);
        assertEquals(2, said.size());
        assertTrue(said.getFirst().startsWith("Last message in: 12:00"), said.toString());
        assertEquals("Last message out: never", said.getLast());
    }

    @Test
    void a_day_is_told_unless_it_is_today() {
        var facts = new ChannelFacts(NOON.minusSeconds(86_400), null, 0, 0, 0, 0, 0, 0);
        assertTrue(sentences(english, facts).getFirst().contains("Nov 1, 2026"));
    }

    @Test
    void whatever_waits_for_somebody_is_told_with_its_number() {
        var facts = new ChannelFacts(null, null, 1, 2, 3, 4, 5, 6);
        List<String> said = sentences(english, facts);
        assertEquals(
                List.of(
                        "5 people wait for your word",
                        "6 messages came too late to be answered unasked",
                        "4 messages are on their way out",
                        "2 messages did not arrive",
                        "3 messages may not have arrived",
                        "One call with a wrong signature was refused"),
                said.subList(2, said.size()));
    }

    private static List<String> sentences(ChannelWords words, ChannelFacts facts) {
        return words.facts(facts, NOW).stream().map(ChannelWords.Fact::sentence).toList();
    }
}
