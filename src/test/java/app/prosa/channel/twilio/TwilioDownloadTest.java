package app.prosa.channel.twilio;

import static app.prosa.channel.twilio.TwilioRig.ANA;
import static app.prosa.channel.twilio.TwilioRig.given;
import static app.prosa.channel.twilio.TwilioRig.refusal;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Inbound;
import app.prosa.channel.Media;
import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.FixMe;
import app.prosa.channel.Refusal.Retry;
import app.prosa.channel.Refusal.Stop;
import app.prosa.testing.http.HeardRequest;
import app.prosa.testing.http.Trouble;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioDownloadTest {
    private static final byte[] CONTENT = {1, 2, 3, 0, -1};

    private static final TimeLimits LIMITS =
            new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(2));

    private final TwilioRig rig = new TwilioRig(LIMITS);

    @AfterEach
    void close() {
        rig.close();
    }

    /** What the webhook calls a file that Ana sends. */
    private String sends(byte[] content) {
        String sid = rig.server.sends(ANA, "", "image/jpeg", content);
        TwilioWebhook webhook = new TwilioWebhook(FakeTwilio.account(), rig.now::get);
        Inbound heard =
                TwilioRig.heard(webhook.message(TwilioRig.form(rig.server.form(sid)))).getFirst();
        Media media = assertInstanceOf(Inbound.Message.class, heard).media().getFirst();
        return assertInstanceOf(Media.File.class, media).reference();
    }

    @Test
    void a_file_is_fetched_from_where_the_api_says_that_it_lies() throws Exception {
        assertArrayEquals(CONTENT, given(rig.api.download(sends(CONTENT))).bytes());
    }

    @Test
    void the_credentials_are_shown_to_the_api_alone() throws Exception {
        given(rig.api.download(sends(CONTENT)));
        HeardRequest api = rig.server.awaitCall("media");
        HeardRequest cdn = rig.server.awaitCall("cdn");
        assertTrue(api.header("authorization").startsWith("Basic "));
        assertEquals("", cdn.header("authorization"));
    }

    @Test
    void a_file_that_the_api_gives_itself_is_taken() throws Exception {
        String reference = sends(CONTENT);
        rig.server.fail("media", Trouble.raw(200, "", "abc"));
        assertArrayEquals(new byte[] {'a', 'b', 'c'}, given(rig.api.download(reference)).bytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/file",
                "http://169.254.169.254/latest/meta-data/",
                "http://localhost:1/file",
                "http://10.0.0.1/file",
                "http://mms.twiliocdn.com/file",
                "https://mms.twiliocdn.com.evil.example/file",
                "https://mms.twiliocdn.com@evil.example/file",
                "file:///etc/passwd",
                "https://",
                "::"
            })
    void a_file_that_lies_where_it_should_not_is_left_there(String place) throws Exception {
        String reference = sends(CONTENT);
        rig.server.setMediaPlace(place);
        FixMe refusal = assertInstanceOf(FixMe.class, refusal(rig.api.download(reference)));
        assertEquals(new FixMe(FixMe.Fault.ADDRESS, "The file lies where it should not"), refusal);
    }

    @Test
    void another_server_on_this_computer_is_not_asked() throws Exception {
        String reference = sends(CONTENT);
        try (FakeTwilio neighbour = FakeTwilio.start()) {
            rig.server.setMediaPlace(neighbour.baseUrl() + "/cdn/x?Signature=a~b");
            assertInstanceOf(FixMe.class, refusal(rig.api.download(reference)));
            assertTrue(neighbour.calls().isEmpty());
        }
    }

    @Test
    void from_there_nobody_is_sent_on() throws Exception {
        String reference = sends(CONTENT);
        rig.server.fail("cdn", Trouble.redirect(rig.server.baseUrl() + "/cdn/again"));
        FixMe refusal = assertInstanceOf(FixMe.class, refusal(rig.api.download(reference)));
        assertEquals(FixMe.Fault.ADDRESS, refusal.fault());
        assertEquals(1, rig.server.calls("cdn").size());
    }

    @Test
    void a_redirect_that_says_no_place_is_refused() throws Exception {
        String reference = sends(CONTENT);
        rig.server.fail("media", Trouble.raw(302, "", ""));
        assertInstanceOf(FixMe.class, refusal(rig.api.download(reference)));
    }

    @Test
    void no_more_than_sixteen_megabytes_are_fetched() throws Exception {
        try (TwilioApi api = rig.apiOf(FakeTwilio.account())) {
            assertInstanceOf(
                    Stop.class,
                    refusal(api.download(sends(new byte[TwilioApi.MAX_FILE_BYTES + 1]))));
            assertEquals(
                    TwilioApi.MAX_FILE_BYTES,
                    given(api.download(sends(new byte[TwilioApi.MAX_FILE_BYTES]))).bytes().length);
        }
    }

    @Test
    void a_file_that_is_not_there_may_come_later() throws Exception {
        String reference = sends(CONTENT);
        String gone = reference.substring(0, reference.length() - 1) + "f";
        Retry retry = assertInstanceOf(Retry.class, refusal(rig.api.download(gone)));
        assertEquals(Retry.Cause.SERVER, retry.cause());
    }

    @Test
    void an_address_that_is_too_old_is_asked_for_again() throws Exception {
        String reference = sends(CONTENT);
        rig.server.fail("cdn", Trouble.raw(403, "", "AccessDenied"));
        assertInstanceOf(Retry.class, refusal(rig.api.download(reference)));
        assertArrayEquals(CONTENT, given(rig.api.download(reference)).bytes());
    }

    @Test
    void a_file_that_breaks_off_may_be_fetched_again() throws Exception {
        String reference = sends(CONTENT);
        rig.server.fail("cdn", Trouble.Moment.HALF, Trouble.page(502));
        for (Retry.Cause cause : List.of(Retry.Cause.NETWORK, Retry.Cause.SERVER)) {
            Refusal refusal = refusal(rig.api.download(reference));
            assertEquals(cause, assertInstanceOf(Retry.class, refusal).cause());
        }
    }

    @Test
    void whoever_may_not_have_a_file_is_for_the_operator() throws Exception {
        String reference = sends(CONTENT);
        TwilioSender sender = new TwilioSender.Phone(FakeTwilio.NUMBER);
        TwilioAccount wrong = new TwilioAccount(FakeTwilio.SID, "0".repeat(32), sender);
        try (TwilioApi api = rig.apiOf(wrong)) {
            FixMe refusal = assertInstanceOf(FixMe.class, refusal(api.download(reference)));
            assertEquals(FixMe.Fault.TOKEN, refusal.fault());
        }
        rig.server.fail("media", Trouble.raw(403, "", "<TwilioResponse/>"));
        FixMe refusal = assertInstanceOf(FixMe.class, refusal(rig.api.download(reference)));
        assertEquals(FixMe.Fault.PERMISSION, refusal.fault());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "../../Messages.json",
                "SM00000000000000000000000000000001",
                "SM00000000000000000000000000000001/ME0000000000000000000000000000000",
                "SM00000000000000000000000000000001/ME00000000000000000000000000000001/",
                "SM00000000000000000000000000000001/ME00000000000000000000000000000001?x",
                "https://evil.example/SM00000000000000000000000000000001/ME00000000000000000000000000000001"
            })
    void what_is_no_reference_is_refused_without_a_call(String reference) throws Exception {
        assertInstanceOf(Stop.class, refusal(rig.api.download(reference)));
        assertTrue(rig.server.calls().isEmpty());
    }
}
