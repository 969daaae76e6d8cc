package app.prosa.updates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.settings.updates.Finding;
import app.prosa.settings.updates.Finding.Reason;
import app.prosa.testing.http.HeardRequest;
import app.prosa.testing.http.LoopbackServer;
import app.prosa.testing.http.Trouble;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The question for the latest version, over the wire. */
class ReleasesTest {
    private static final Duration USUAL = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final FakeReleases place = new FakeReleases();

    @AfterEach
    void close() {
        place.close();
    }

    @Test
    void a_newer_version_is_found_with_its_page() throws Exception {
        assertEquals(new Finding.Newer("1.10.0", URI.create(FakeReleases.PAGE)), lookFrom("1.9.3"));
    }

    @Test
    void the_same_version_and_an_older_one_are_no_news() throws Exception {
        assertEquals(new Finding.UpToDate(), lookFrom("1.10.0"));
        assertEquals(new Finding.UpToDate(), lookFrom("1.11.0-SNAPSHOT"));
    }

    @Test
    void one_question_is_asked_that_says_which_version_asks_and_nothing_else() throws Exception {
        lookFrom("1.9.3");
        assertEquals(1, place.heard.size());
        HeardRequest request = place.heard.getFirst();
        assertEquals("GET", request.method());
        assertEquals("/repos/prosa/prosa/releases/latest", request.target());
        assertEquals("Prosa/1.9.3", request.headers().get("user-agent"));
        assertEquals("application/vnd.github+json", request.headers().get("accept"));
        assertEquals(0, request.body().length);
        Set<String> more = new TreeSet<>(request.headers().keySet());
        more.removeAll(Set.of("user-agent", "accept", "host", "content-length"));
        assertEquals(Set.of(), more);
    }

    @Test
    void a_page_that_is_not_https_is_not_offered() throws Exception {
        for (String page :
                List.of(
                        "http://github.com/prosa",
                        "javascript:alert(1)",
                        "file:///etc/passwd",
                        "https:///no-host",
                        "https://github.com@elsewhere.example/",
                        "/relative",
                        "no address",
                        "")) {
            place.release = FakeReleases.release("v1.10.0", page);
            assertEquals(new Finding.Newer("1.10.0", null), lookFrom("1.9.3"), page);
        }
    }

    @Test
    void what_is_not_the_expected_json_is_not_understood() throws Exception {
        for (String answer :
                List.of(
                        "",
                        "<html>Sign in to the hotel's network</html>",
                        "[]",
                        "null",
                        "{}",
                        "{\"tag_name\": 2}",
                        "{\"tag_name\": \"nightly\", \"html_url\": \"https://github.com/\"}",
                        FakeReleases.release("v1.10.0", "https://github.com/") + "{}",
                        FakeReleases.release("v9.0.0", FakeReleases.PAGE)
                                .replace("\"draft\": false", "\"draft\": true"),
                        FakeReleases.release("v9.0.0", FakeReleases.PAGE)
                                .replace("\"prerelease\": false", "\"prerelease\": true"),
                        "[".repeat(100_000))) {
            place.release = answer;
            assertUnknown(Reason.NOT_UNDERSTOOD);
        }
    }

    @Test
    void an_answer_of_more_than_a_megabyte_is_not_read() throws Exception {
        String release = FakeReleases.release("v1.10.0", FakeReleases.PAGE);
        String fits = release + " ".repeat((1 << 20) - release.length());
        place.release = fits;
        assertEquals(Finding.Newer.class, lookFrom("1.9.3").getClass());
        place.release = fits + " ";
        assertUnknown(Reason.NOT_UNDERSTOOD);
    }

    @Test
    void each_refusal_has_its_reason() throws Exception {
        place.trouble = Trouble.page(404);
        assertUnknown(Reason.NOTHING_THERE);
        for (int status : List.of(403, 429)) {
            place.trouble = Trouble.page(status);
            assertUnknown(Reason.ASKED_TOO_OFTEN);
        }
        for (int status : List.of(204, 304, 400, 401, 500, 503)) {
            place.trouble = Trouble.raw(status, "", "");
            assertUnknown(Reason.REFUSED);
        }
    }

    @Test
    void whoever_does_not_answer_in_time_or_not_at_all_was_not_reached() throws Exception {
        for (Trouble trouble : List.of(Trouble.Moment.SILENT_BEFORE, Trouble.Moment.HALF)) {
            place.trouble = trouble;
            assertEquals(
                    new Finding.Unknown(Reason.UNREACHABLE),
                    new Releases(place.uri(), "1.9.3", SHORT).latest());
        }
        place.trouble = Trouble.Moment.BREAK_BEFORE;
        assertUnknown(Reason.UNREACHABLE);
        URI gone;
        try (LoopbackServer closed = LoopbackServer.start((_, _) -> {})) {
            gone = closed.uri();
        }
        assertEquals(
                new Finding.Unknown(Reason.UNREACHABLE),
                new Releases(gone, "1.9.3", USUAL).latest());
    }

    @Test
    void a_name_that_was_changed_is_followed_to_its_new_place() throws Exception {
        place.trouble = Trouble.redirect("/elsewhere");
        assertEquals(Finding.Newer.class, lookFrom("1.9.3").getClass());
        place.trouble = Trouble.redirect(place.elsewhere().toString());
        assertEquals(Finding.Newer.class, lookFrom("1.9.3").getClass());
        assertEquals("Prosa/1.9.3", place.heard.getLast().headers().get("user-agent"));
    }

    @Test
    void nobody_is_led_to_an_unsafe_place_or_in_circles() throws Exception {
        for (String to :
                List.of(
                        "http://example.org/latest",
                        "ftp://example.org/latest",
                        "file:///etc/passwd",
                        "https:nowhere",
                        "not an address")) {
            place.trouble = Trouble.redirect(to);
            assertUnknown(Reason.LED_ASTRAY);
        }
        place.trouble = Trouble.raw(302, "", "");
        assertUnknown(Reason.LED_ASTRAY);
        place.heard.clear();
        place.trouble = Trouble.redirect(place.uri().toString());
        assertUnknown(Reason.LED_ASTRAY);
        assertEquals(4, place.heard.size());
    }

    @Test
    void a_server_elsewhere_leads_nobody_to_this_computer() {
        URI github = URI.create("https://api.github.com/");
        URI here = URI.create("http://127.0.0.1:3000/");
        assertEquals(false, Address.mayLeadTo(github, here));
        assertEquals(false, Address.mayLeadTo(github, URI.create("http://api.github.com/")));
        assertEquals(true, Address.mayLeadTo(github, URI.create("https://github.com/")));
        assertEquals(true, Address.mayLeadTo(here, URI.create("http://localhost:1/")));
    }

    @Test
    void a_version_of_our_own_that_nobody_understands_is_never_called_old() throws Exception {
        assertEquals(new Finding.Unknown(Reason.NOT_UNDERSTOOD), lookFrom("unnumbered"));
    }

    private void assertUnknown(Reason reason) throws InterruptedException {
        assertEquals(new Finding.Unknown(reason), lookFrom("1.9.3"));
    }

    private Finding lookFrom(String version) throws InterruptedException {
        return new Releases(place.uri(), version, USUAL).latest();
    }
}
