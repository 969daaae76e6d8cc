package app.prosa.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Answer;
import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.FixMe;
import app.prosa.channel.Refusal.Retry;
import app.prosa.channel.Refusal.Stop;
import app.prosa.channel.http.Body;
import app.prosa.testing.http.Trouble;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {
    private static final byte[] CONTENT = {1, 2, 3, 0, -1};

    private static final TimeLimits LIMITS =
            new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(2));

    private final TelegramRig rig = new TelegramRig(LIMITS);

    @AfterEach
    void close() {
        rig.close();
    }

    private Refusal fails(TelegramFile file) throws InterruptedException {
        return assertInstanceOf(Answer.Refused.class, rig.api.download(file)).refusal();
    }

    @Test
    void a_file_is_fetched_by_its_reference() throws Exception {
        for (String path : List.of("photos/file_0.jpg", "documents/férias 100% #1?.pdf")) {
            rig.server.stores("ref", path, CONTENT);
            TelegramFile file = new TelegramFile(path, 5L);
            assertEquals(new Answer.Given<>(file), rig.api.getFile("ref"));
            assertArrayEquals(CONTENT, content(rig.api.download(file)));
        }
    }

    private static byte[] content(Answer<Body> answer) {
        return switch (answer) {
            case Answer.Given<Body>(Body body) -> body.bytes();
            case Answer.Refused<Body>(Refusal refusal) -> throw new AssertionError(refusal);
        };
    }

    @Test
    void a_file_that_is_not_known_is_refused() throws Exception {
        assertInstanceOf(Answer.Refused.class, rig.api.getFile("ref"));
        Refusal refusal = fails(new TelegramFile("photos/gone.jpg", null));
        assertInstanceOf(Retry.class, refusal);
    }

    @Test
    void no_more_than_twenty_megabytes_are_fetched() throws Exception {
        rig.server.stores("big", "big", new byte[TelegramFile.MAX_BYTES + 1]);
        Answer<TelegramFile> unsaid = rig.api.getFile("big");
        Stop tooLarge = new Stop(Stop.Reason.TOO_LARGE, "Bad Request: file is too big");
        assertEquals(new Answer.Refused<>(tooLarge), unsaid);
        Stop.Reason reason = Stop.Reason.TOO_LARGE;
        assertEquals(new Stop(reason, ""), fails(new TelegramFile("big", null)));
        int before = rig.server.calls().size();
        assertEquals(new Stop(reason, ""), fails(new TelegramFile("big", 20_971_521L)));
        assertEquals(before, rig.server.calls().size());
        rig.server.stores("big", "big", new byte[TelegramFile.MAX_BYTES]);
        assertInstanceOf(Answer.Given.class, rig.api.download(new TelegramFile("big", null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/var/lib/telegram-bot-api/file",
                "../getMe",
                "photos/../../x",
                "photos/./x",
                "photos//x",
                "photos/",
                "..",
                "C:\\x",
                "a\nb"
            })
    void a_path_that_leads_elsewhere_is_not_followed(String path) throws Exception {
        Refusal refusal = fails(new TelegramFile(path, null));
        assertEquals(FixMe.Fault.ADDRESS, assertInstanceOf(FixMe.class, refusal).fault());
        assertTrue(rig.server.calls().isEmpty());
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        rig.server.stores("ref", "x", CONTENT);
        rig.server.fail("file", Trouble.redirect(rig.server.baseUrl() + "/metadata"));
        Refusal refusal = fails(new TelegramFile("x", null));
        assertEquals(FixMe.Fault.ADDRESS, assertInstanceOf(FixMe.class, refusal).fault());
        assertEquals(1, rig.server.calls().size());
    }

    @Test
    void a_file_that_breaks_off_may_be_fetched_again() throws Exception {
        rig.server.stores("ref", "x", CONTENT);
        rig.server.fail("file", Trouble.Moment.HALF, Trouble.page(502));
        for (Retry.Cause cause : List.of(Retry.Cause.NETWORK, Retry.Cause.SERVER)) {
            Refusal refusal = fails(new TelegramFile("x", null));
            assertEquals(cause, assertInstanceOf(Retry.class, refusal).cause());
        }
    }
}
