package app.prosa.desktop.settings;

/** How long a passphrase would hold out, roughly: what it is made of, times how much of it. */
enum Strength {
    WEAK,
    FAIR,
    STRONG;

    private static final double FAIR_BITS = 40;
    private static final double STRONG_BITS = 70;

    /** Words are easier to guess than what dice would throw. */
    private static final double OF_LANGUAGE = 0.75;

    static Strength of(String passphrase) {
        // People repeat themselves: a character counts once, and half when it comes again.
        long different = passphrase.chars().distinct().count();
        double length = different + (passphrase.length() - different) / 2.0;
        double bits = length * OF_LANGUAGE * Math.log(alphabet(passphrase)) / Math.log(2);
        if (bits >= STRONG_BITS) {
            return STRONG;
        }
        return bits >= FAIR_BITS ? FAIR : WEAK;
    }

    private static int alphabet(String text) {
        int size = 1;
        size += text.chars().anyMatch(Character::isLowerCase) ? 26 : 0;
        size += text.chars().anyMatch(Character::isUpperCase) ? 26 : 0;
        size += text.chars().anyMatch(Character::isDigit) ? 10 : 0;
        size += text.chars().anyMatch(c -> !Character.isLetterOrDigit(c)) ? 20 : 0;
        return size;
    }

    String textKey() {
        return switch (this) {
            case WEAK -> "settings.passphrase.weak";
            case FAIR -> "settings.passphrase.fair";
            case STRONG -> "settings.passphrase.strong";
        };
    }
}
