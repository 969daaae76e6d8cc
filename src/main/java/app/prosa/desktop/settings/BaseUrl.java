package app.prosa.desktop.settings;

import app.prosa.settings.Preset;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** An address that the operator typed: what it comes to, or what is wrong with it. */
sealed interface BaseUrl {
    /**
     * @param baseUrl as it is stored
     * @param calls the address that chats go to
     * @param plain a key would travel unencrypted to another computer
     */
    record Valid(String baseUrl, String calls, boolean plain) implements BaseUrl {}

    /**
     * @param key names the sentence
     */
    record Invalid(String key) implements BaseUrl {}

    static BaseUrl of(Preset preset, String typed) {
        String text = trimmed(typed);
        if (text.isEmpty()) {
            return new Invalid("settings.url.blank");
        }
        try {
            URI address = new URI(text);
            String problem = problem(address);
            return problem.isEmpty() ? valid(preset, address) : new Invalid(problem);
        } catch (URISyntaxException e) {
            return new Invalid("settings.url.malformed");
        }
    }

    private static String problem(URI address) {
        String scheme = address.getScheme();
        if (scheme == null || !Set.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))) {
            return "settings.url.scheme";
        }
        if (address.getHost() == null) {
            return "settings.url.host";
        }
        if (address.getUserInfo() != null) {
            return "settings.url.user";
        }
        boolean more = address.getQuery() != null || address.getFragment() != null;
        return more ? "settings.url.query" : "";
    }

    private static Valid valid(Preset preset, URI address) {
        boolean plain = address.getScheme().equalsIgnoreCase("http") && !isHere(address.getHost());
        String base =
                preset == Preset.AZURE
                        ? address.getScheme() + "://" + address.getRawAuthority()
                        : address.toString();
        String path = preset == Preset.AZURE ? "/openai/v1" : "";
        return new Valid(base, base + path + "/chat/completions", plain);
    }

    private static boolean isHere(String host) {
        return host.equalsIgnoreCase("localhost")
                || LOOPBACK.matcher(host).matches()
                || host.equals("[::1]");
    }

    Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");

    Pattern TAIL = Pattern.compile("(/chat/completions|/models)?/*$");

    /** People paste the address of a call as often as the base of it. */
    private static String trimmed(String typed) {
        return TAIL.matcher(typed.strip()).replaceFirst("");
    }
}
