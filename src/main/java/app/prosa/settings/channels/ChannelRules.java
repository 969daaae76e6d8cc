package app.prosa.settings.channels;

import app.prosa.settings.Language;
import app.prosa.settings.Settings.ModelChoice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What holds on every channel alike.
 *
 * @param since when it was last switched on, or null for never: what was written before is not
 *     answered unasked
 * @param personaId how it answers, or null for what new conversations have
 * @param systemPrompt what the model is told there instead, or null for the persona's own prompt
 * @param model what answers there, or null for the persona's or the chosen one
 * @param quietMillis how long nothing more has to come before an answer begins, 0 to 8000
 * @param hourlyPerPerson how many messages of one person are answered in an hour; 0 for no limit
 * @param dailyAnswers how many answers the channel gives in a day; 0 for no limit
 * @param language of the program's own sentences there; SYSTEM for the one of all its texts
 */
public record ChannelRules(
        boolean enabled,
        @Nullable Instant since,
        Door door,
        @Nullable String personaId,
        @Nullable String systemPrompt,
        @Nullable ModelChoice model,
        Answering answering,
        int quietMillis,
        int hourlyPerPerson,
        int dailyAnswers,
        Language language) {

    public static final int MAX_QUIET_MILLIS = 8000;

    /**
     * Off, and with a door for those that the operator knows: anybody can find a bot and write to
     * it, and what it says costs its owner money.
     */
    public static final ChannelRules PERSONAL = withDefaults(Door.KNOWN);

    /**
     * Off, and with an open door: a business's number or page is there to be written to by people
     * whom nobody knows yet, and who expect an answer.
     */
    public static final ChannelRules BUSINESS = withDefaults(Door.EVERYONE);

    public ChannelRules {
        quietMillis = Math.clamp(quietMillis, 0, MAX_QUIET_MILLIS);
        hourlyPerPerson = Math.max(0, hourlyPerPerson);
        dailyAnswers = Math.max(0, dailyAnswers);
    }

    private static ChannelRules withDefaults(Door door) {
        return new ChannelRules(
                false, null, door, null, null, null, Answering.AUTO, 800, 60, 0, Language.SYSTEM);
    }

    /** The switch; switched on, it counts from now. */
    public ChannelRules switched(boolean on, Instant now) {
        return copy(on, on && !enabled ? now : since, door, answering, language);
    }

    /** On or off without a word about since when; for whom does not throw the switch. */
    public ChannelRules withEnabled(boolean value) {
        return copy(value, since, door, answering, language);
    }

    public ChannelRules withSince(Instant value) {
        return copy(enabled, value, door, answering, language);
    }

    public ChannelRules withDoor(Door value) {
        return copy(enabled, since, value, answering, language);
    }

    /** Who may talk and whether it is on, as it is there. */
    public ChannelRules withDoorAndSwitchOf(ChannelRules other) {
        return copy(other.enabled, other.since, other.door, answering, language);
    }

    public ChannelRules withAnswering(Answering value) {
        return copy(enabled, since, door, value, language);
    }

    public ChannelRules withLanguage(Language value) {
        return copy(enabled, since, door, answering, value);
    }

    public ChannelRules withPersona(@Nullable String value) {
        return answeredBy(value, systemPrompt, model);
    }

    public ChannelRules withSystemPrompt(@Nullable String value) {
        return answeredBy(personaId, value, model);
    }

    public ChannelRules withModel(@Nullable ModelChoice value) {
        return answeredBy(personaId, systemPrompt, value);
    }

    public ChannelRules withQuietMillis(int value) {
        return bounded(value, hourlyPerPerson, dailyAnswers);
    }

    public ChannelRules withHourlyPerPerson(int value) {
        return bounded(quietMillis, value, dailyAnswers);
    }

    public ChannelRules withDailyAnswers(int value) {
        return bounded(quietMillis, hourlyPerPerson, value);
    }

    private ChannelRules copy(
            boolean on, @Nullable Instant from, Door who, Answering how, Language words) {
        return new ChannelRules(
                on,
                from,
                who,
                personaId,
                systemPrompt,
                model,
                how,
                quietMillis,
                hourlyPerPerson,
                dailyAnswers,
                words);
    }

    private ChannelRules answeredBy(
            @Nullable String persona, @Nullable String prompt, @Nullable ModelChoice by) {
        return new ChannelRules(
                enabled,
                since,
                door,
                persona,
                prompt,
                by,
                answering,
                quietMillis,
                hourlyPerPerson,
                dailyAnswers,
                language);
    }

    private ChannelRules bounded(int quiet, int hourly, int daily) {
        return new ChannelRules(
                enabled,
                since,
                door,
                personaId,
                systemPrompt,
                model,
                answering,
                quiet,
                hourly,
                daily,
                language);
    }
}
