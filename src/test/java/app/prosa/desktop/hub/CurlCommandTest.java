package app.prosa.desktop.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** The command that is copied into a terminal. */
class CurlCommandTest {
    private static final URI HUB = URI.create("http://127.0.0.1:3000/");

    @Test
    void on_this_computer_it_needs_no_key() {
        assertEquals(
                """
                curl http://127.0.0.1:3000/api/chat \\
                  -H 'Content-Type: application/json' \\
                  -d '{"user_id":"me","channel":"web","text":"Oi"}'\
                """,
                new CurlCommand(HUB, false, false).saying("Oi"));
    }

    @Test
    void elsewhere_the_key_comes_from_a_variable() {
        assertEquals(
                """
                curl http://127.0.0.1:3000/api/chat \\
                  -H 'Content-Type: application/json' \\
                  -H "Authorization: Bearer $PROSA_API_KEY" \\
                  -d '{"user_id":"me","channel":"web","text":"Oi"}'\
                """,
                new CurlCommand(HUB, true, false).saying("Oi"));
    }

    @Test
    void windows_has_its_own_quotes() {
        assertEquals(
                """
                curl http://127.0.0.1:3000/api/chat ^
                  -H "Content-Type: application/json" ^
                  -H "Authorization: Bearer %PROSA_API_KEY%" ^
                  -d "{\\"user_id\\":\\"me\\",\\"channel\\":\\"web\\",\\"text\\":\\"Oi\\"}\"\
                """
                        .replace("\n", "\r\n"),
                new CurlCommand(HUB, true, true).saying("Oi"));
    }
}
