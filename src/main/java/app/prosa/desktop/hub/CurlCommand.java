package app.prosa.desktop.hub;

import java.net.URI;
import java.util.List;

/**
 * A command that says something to the hub, to be copied into a terminal. A key is not in it: it
 * would stay in the terminal's history.
 *
 * @param address of the hub
 * @param key whether a key is needed, which the command takes from a variable
 * @param windows whether it is for {@code cmd.exe} instead of a POSIX shell
 */
public record CurlCommand(URI address, boolean key, boolean windows) {

    /**
     * @param text what is said, without any quotation mark
     */
    public String saying(String text) {
        String body = "{\"user_id\":\"me\",\"channel\":\"web\",\"text\":\"" + text + "\"}";
        String type = header("Content-Type: application/json");
        String end = "-d " + (windows ? escaped(body) : "'" + body + "'");
        String start = "curl " + address.resolve("/api/chat");
        return String.join(
                windows ? " ^\r\n  " : " \\\n  ",
                key ? List.of(start, type, bearer(), end) : List.of(start, type, end));
    }

    private String header(String line) {
        return windows ? "-H \"" + line + "\"" : "-H '" + line + "'";
    }

    /** In double quotes everywhere, so that the variable is put in. */
    private String bearer() {
        String variable = windows ? "%PROSA_API_KEY%" : "$PROSA_API_KEY";
        return "-H \"Authorization: Bearer " + variable + "\"";
    }

    private static String escaped(String body) {
        return "\"" + body.replace("\"", "\\\"") + "\"";
    }
}
