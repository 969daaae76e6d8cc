package app.prosa.desktop.channels;

import app.prosa.settings.Texts;
import app.prosa.settings.channels.ChannelFacts;
import app.prosa.settings.channels.ChannelState;
import app.prosa.settings.channels.ChannelState.Missing;
import app.prosa.settings.channels.ChannelState.Problem;
import app.prosa.settings.channels.Checked;
import app.prosa.settings.channels.Platform;
import java.text.ListFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What there is to say about a channel, in the reader's language. */
public record ChannelWords(Texts texts) {

    /**
     * A sentence about the traffic, and how it is meant.
     *
     * @param concern what it leads to, or null
     */
    public record Fact(String sentence, Tone tone, @Nullable Concern concern) {}

    /** What the platform is called, with its way in where it has two. */
    public String title(Platform platform) {
        return texts.get("settings.channels.title." + platform.key());
    }

    /** What the platform is called in a sentence. */
    public String name(Platform platform) {
        return texts.get("settings.channels.name." + platform.key());
    }

    /** In a word or two. */
    public String brief(ChannelState state) {
        return switch (state) {
            case ChannelState.Off() -> texts.get("settings.channels.brief.off");
            case ChannelState.Incomplete _ -> texts.get("settings.channels.brief.incomplete");
            case ChannelState.Starting() -> texts.get("settings.channels.brief.starting");
            case ChannelState.On _ -> texts.get("settings.channels.brief.on");
            case ChannelState.Troubled _ -> texts.get("settings.channels.brief.troubled");
        };
    }

    public Tone tone(ChannelState state) {
        return switch (state) {
            case ChannelState.Off() -> Tone.QUIET;
            case ChannelState.Incomplete _, ChannelState.Starting() -> Tone.WAITING;
            case ChannelState.On _ -> Tone.GOOD;
            case ChannelState.Troubled(Problem problem, String _) ->
                    problem == Problem.SLOW_DOWN ? Tone.WAITING : Tone.BAD;
        };
    }

    /**
     * What it means, and what to do.
     *
     * @param enabled whether it is switched on, running or not
     */
    public String sentence(Platform platform, ChannelState state, boolean enabled) {
        return switch (state) {
            case ChannelState.Off() ->
                    texts.get(enabled ? "settings.channels.off.enabled" : "settings.channels.off");
            case ChannelState.Incomplete(List<Missing> missing) ->
                    texts.get("settings.channels.incomplete", names(missing));
            case ChannelState.Starting() -> texts.get("settings.channels.starting");
            case ChannelState.On(String account) -> texts.get("settings.channels.on", account);
            case ChannelState.Troubled(Problem problem, String said) ->
                    sentence(platform, problem, said);
        };
    }

    public String sentence(Platform platform, Checked checked) {
        return switch (checked) {
            case Checked.Ok(String account) -> texts.get("settings.channels.test.passed", account);
            case Checked.Failed(Problem problem, String said) -> sentence(platform, problem, said);
        };
    }

    private String sentence(Platform platform, Problem problem, String said) {
        String name = name(platform);
        String key = "settings.channels.problem." + problem.name().toLowerCase(Locale.ROOT);
        String sentence = texts.get(key, name);
        return said.isBlank()
                ? sentence
                : sentence + " " + texts.get("settings.channels.said", name, said.strip());
    }

    private String names(List<Missing> missing) {
        List<String> names =
                missing.stream()
                        .map(m -> m.name().toLowerCase(Locale.ROOT))
                        .map(m -> texts.get("settings.channels.missing." + m))
                        .toList();
        return names.isEmpty()
                ? ""
                : ListFormat.getInstance(
                                texts.locale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                        .format(names);
    }

    /** What came and went, and then whatever waits for somebody. */
    public List<Fact> facts(ChannelFacts facts, ZonedDateTime now) {
        List<Fact> all = new ArrayList<>();
        all.add(moment("settings.channels.lastIn", facts.lastIn(), now));
        all.add(moment("settings.channels.lastOut", facts.lastOut(), now));
        Concern person = Concern.PERSON;
        add(all, Tone.WAITING, "settings.channels.quarantined", facts.quarantined(), person);
        add(all, Tone.WAITING, "settings.channels.backlog", facts.backlog(), person);
        add(all, Tone.QUIET, "settings.channels.waiting", facts.waiting(), null);
        add(all, Tone.BAD, "settings.channels.failed", facts.failed(), Concern.DEAD_LETTER);
        add(all, Tone.WAITING, "settings.channels.unknown", facts.unknown(), null);
        add(all, Tone.BAD, "settings.channels.badSignatures", facts.badSignatures(), null);
        return all;
    }

    private Fact moment(String key, @Nullable Instant at, ZonedDateTime now) {
        String when = at == null ? texts.get("settings.channels.never") : when(at, now);
        return new Fact(texts.get(key, when), Tone.QUIET, null);
    }

    private void add(List<Fact> all, Tone tone, String key, int count, @Nullable Concern concern) {
        if (count > 0) {
            all.add(new Fact(texts.get(key, count), tone, concern));
        }
    }

    /** Today the time alone, before that the day as well. */
    private String when(Instant at, ZonedDateTime now) {
        ZoneId zone = now.getZone();
        boolean today = LocalDate.ofInstant(at, zone).equals(now.toLocalDate());
        DateTimeFormatter format =
                today
                        ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        : DateTimeFormatter.ofLocalizedDateTime(
                                FormatStyle.MEDIUM, FormatStyle.SHORT);
        return format.withLocale(texts.locale()).format(at.atZone(zone));
    }
}
