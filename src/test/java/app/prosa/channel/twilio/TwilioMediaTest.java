package app.prosa.channel.twilio;

import static app.prosa.channel.twilio.WebhookForm.EARLIER;
import static app.prosa.channel.twilio.WebhookForm.SID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Media;
import app.prosa.channel.Media.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioMediaTest {
    private final WebhookForm form = new WebhookForm();

    @ParameterizedTest
    @CsvSource(
            """
            image/jpeg, IMAGE
            image/png, IMAGE
            image/webp, STICKER
            audio/ogg, VOICE
            audio/ogg; codecs=opus, VOICE
            Audio/OGG, VOICE
            audio/mpeg, AUDIO
            audio/amr, AUDIO
            video/mp4, VIDEO
            application/pdf, DOCUMENT
            text/vcard, DOCUMENT
            jpeg, DOCUMENT
            '', DOCUMENT
            """)
    void a_file_has_the_kind_of_its_type(String mediaType, Kind kind) {
        String name = "ME" + "0f".repeat(16);
        form.with("MediaUrl0", url(EARLIER, name)).with("MediaContentType0", mediaType);
        String reference = EARLIER + "/" + name;
        assertEquals(new Media.File(kind, reference, "", mediaType, null), form.media());
    }

    private static String url(String message, String media) {
        return "https://api.twilio.com/2010-04-01/Accounts/%s/Messages/%s/Media/%s"
                .formatted(FakeTwilio.SID, message, media);
    }

    @Test
    void several_files_keep_their_order_and_ten_are_enough() {
        for (int i = 0; i < 12; i++) {
            form.with("MediaUrl" + i, url(SID, "ME%032x".formatted(i)));
        }
        List<Media> media = form.message().media();
        assertEquals(10, media.size());
        for (int i = 0; i < 10; i++) {
            Media.File file = assertInstanceOf(Media.File.class, media.get(i));
            assertTrue(file.reference().endsWith("/ME%032x".formatted(i)));
        }
    }

    @Test
    void a_file_of_another_region_is_one_too() {
        String name = "ME" + "0f".repeat(16);
        String url = url(SID, name).replace("api.", "api.dublin.ie1.");
        assertInstanceOf(Media.File.class, form.with("MediaUrl0", url).media());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "http://api.twilio.com%s",
                "https://evil.example%s",
                "https://api.twilio.com.evil.example%s",
                "https://api.twilio.com@evil.example%s",
                "https://me:pw@api.twilio.com%s",
                "https://api.twilio.com:8443%s",
                "https://evilapi.twilio.com%s",
                "https://api.evil.example/.twilio.com%s",
                "https://api..twilio.com%s",
                "https://127.0.0.1%s",
                "https://[::1]%s",
                "https://api.twilio.com%s/../../x",
                "https://api.twilio.com%s?x=1",
                "https://api.twilio.com%s#x",
                "https://api.twilio.com%s\n"
            })
    void a_file_that_does_not_lie_with_the_account_is_none(String shape) {
        String path = url(SID, "ME" + "0f".repeat(16)).replace("https://api.twilio.com", "");
        form.with("MediaUrl0", shape.formatted(path)).with("MediaContentType0", "image/png");
        assertEquals(new Media.Other("image/png"), form.media());
    }

    @Test
    void a_file_of_another_account_is_none() {
        String url = url(SID, "ME" + "0f".repeat(16));
        String other = url.replace(FakeTwilio.SID, "AC" + "0".repeat(32));
        assertInstanceOf(Media.Other.class, form.with("MediaUrl0", other).media());
    }

    @Test
    void a_place_has_a_name_when_it_is_said() {
        form.with("Body", "").with("Latitude", "-23.55").with("Longitude", "-46.6");
        assertEquals(new Media.Location(-23.55, -46.6, ""), form.media());
        form.with("Address", "Rua 1");
        assertEquals(new Media.Location(-23.55, -46.6, "Rua 1"), form.media());
        form.with("Label", "Bar");
        assertEquals(new Media.Location(-23.55, -46.6, "Bar, Rua 1"), form.media());
    }

    @ParameterizedTest
    @CsvSource({"x, 1", "1, ''", "91, 1", "1, -181", "NaN, 1", "Infinity, 1"})
    void a_place_that_is_not_on_earth_is_none(String latitude, String longitude) {
        form.with("Latitude", latitude).with("Longitude", longitude);
        assertEquals(List.of(), form.message().media());
    }

    @Test
    void what_we_can_do_nothing_with_is_named() {
        assertEquals(
                new Media.Other("contacts"),
                form.with("Body", "").with("MessageType", "contacts").media());
        assertEquals(new Media.Other(""), form.without("MessageType").media());
        assertEquals(
                List.of(),
                form.with("Body", "Oi").with("MessageType", "contacts").message().media());
    }
}
