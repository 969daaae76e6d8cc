package app.prosa.updates;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version by its numbers, such as {@code 1.10.0} or {@code 1.10.0-rc1}. What stands behind a plus
 * is left out: it says how a version was built and not which one it is.
 *
 * @param suffix without its hyphen; empty for a finished version
 */
record ReleaseNumber(List<Integer> numbers, String suffix) {
    private static final Pattern FORM =
            Pattern.compile(
                    "[vV]?(\\d{1,9}(?:\\.\\d{1,9}){0,3})"
                            + "(?:-([0-9A-Za-z.-]{1,40}))?(?:\\+[0-9A-Za-z.-]{1,40})?");

    /** Empty for what is no such number; a {@code v} before it is part of a tag's form. */
    static Optional<ReleaseNumber> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<Integer> numbers =
                Arrays.stream(matcher.group(1).split("\\.", -1)).map(Integer::valueOf).toList();
        String suffix = matcher.group(2);
        return Optional.of(new ReleaseNumber(numbers, suffix == null ? "" : suffix));
    }

    /** One with a suffix is older than its number; two suffixes are not compared. */
    boolean isNewerThan(ReleaseNumber other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int difference = Integer.compare(number(i), other.number(i));
            if (difference != 0) {
                return difference > 0;
            }
        }
        return suffix.isEmpty() && !other.suffix.isEmpty();
    }

    /** 1.2 is 1.2.0. */
    private int number(int place) {
        return place < numbers.size() ? numbers.get(place) : 0;
    }

    @Override
    public String toString() {
        String number = String.join(".", numbers.stream().map(String::valueOf).toList());
        return suffix.isEmpty() ? number : number + "-" + suffix;
    }
}
