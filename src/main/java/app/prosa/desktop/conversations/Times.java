package app.prosa.desktop.conversations;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** When a conversation was, as briefly as its group allows. */
final class Times {
    private final ZoneId zone;
    private final DateTimeFormatter time;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter day;
    private final DateTimeFormatter month;

    Times(Locale locale, ZoneId zone) {
        this.zone = zone;
        this.time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
        this.weekday = DateTimeFormatter.ofPattern("EEE", locale);
        this.day = DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale);
        this.month = DateTimeFormatter.ofPattern("LLLL yyyy", locale);
    }

    String of(Group group, Instant instant) {
        LocalDateTime when = LocalDateTime.ofInstant(instant, zone);
        return switch (group) {
            case Group.Named.TODAY, Group.Named.YESTERDAY -> time.format(when);
            case Group.Named.WEEK -> weekday.format(when);
            case Group.Named.PINNED, Group.Named.MONTH -> day.format(when);
            case Group.Month old -> day.format(when);
        };
    }

    /** The month with its year, beginning with a capital letter. */
    String of(Group.Month group) {
        String text = month.format(group.month());
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
