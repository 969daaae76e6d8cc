package app.prosa.channel.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a file may be fetched, and what only looks so. */
class MediaHostsTest {
    private static final URI ASKED =
            URI.create("https://api.twilio.com/2010-04-01/Accounts/AC0/Messages/MM0/Media/ME0");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://mms.twiliocdn.com/AC0/0685c8ad?Expires=1&Signature=KI4M~a%2F_&Key-Pair-Id=A",
                "https://media.twiliocdn.com/AC0/75a4?x-amz-security-token=IQo%2F%2F",
                "https://mms.ie1.twiliocdn.com/x",
                "HTTPS://MMS.TWILIOCDN.COM/x",
                "https://mms.twiliocdn.com:443/x",
                "https://api.twilio.com/2010-04-01/x",
                "/2010-04-01/x",
            })
    void the_platforms_own_places_are_followed(String place) {
        Optional<URI> to = MediaHosts.follow(ASKED, place);
        assertEquals(Optional.of(ASKED.resolve(place)), to);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Another scheme, or none that is one.
                "http://mms.twiliocdn.com/x",
                "http://api.twilio.com/x",
                "ftp://mms.twiliocdn.com/x",
                "file:///etc/passwd",
                "jar:https://mms.twiliocdn.com/x!/y",
                "javascript:alert(1)",
                "data:,x",
                // Names that begin, end or go on as if.
                "https://mms.twiliocdn.com.evil.example/x",
                "https://evil-twiliocdn.com/x",
                "https://eviltwiliocdn.com/x",
                "https://twiliocdn.com/x",
                "https://.twiliocdn.com/x",
                "https://-.twiliocdn.com/x",
                "https://mms.twiliocdn.com./x",
                "https://mms.twiliocdn.co/x",
                "https://mms_x.twiliocdn.com/x",
                "https://api.twilio.com.evil.example/x",
                "https://demo.twilio.com/x",
                "https://s3-external-1.amazonaws.com/media.twiliocdn.com/x",
                // Names in front of the host, or behind it.
                "https://mms.twiliocdn.com@evil.example/x",
                "https://mms.twiliocdn.com:443@evil.example/x",
                "https://evil.example@mms.twiliocdn.com/x",
                "https://user:pw@api.twilio.com/x",
                "https://evil.example/mms.twiliocdn.com",
                "https://evil.example?mms.twiliocdn.com",
                "https://evil.example#.twiliocdn.com",
                "https://evil.example\\.twiliocdn.com/x",
                "https://evil.example%2f.twiliocdn.com/x",
                "https://evil.example\t.twiliocdn.com/x",
                "//evil.example/x",
                "//mms.twiliocdn.com@127.0.0.1/x",
                "https:///mms.twiliocdn.com/x",
                "https:mms.twiliocdn.com/x",
                // Letters that look alike.
                "https://mms。twiliocdn。com/x",
                "https://mms.twiliocdn.cοm/x",
                // Other ports.
                "https://mms.twiliocdn.com:8443/x",
                "https://mms.twiliocdn.com:80/x",
                "https://api.twilio.com:444/x",
                // Addresses of networks, of this computer and of those around it.
                "https://127.0.0.1/x",
                "https://localhost/x",
                "https://10.0.0.1/x",
                "https://172.16.0.1/x",
                "https://192.168.0.1/x",
                "https://169.254.169.254/latest/meta-data/",
                "https://100.64.0.1/x",
                "https://0.0.0.0/x",
                "https://0/x",
                "https://2130706433/x",
                "https://0x7f000001/x",
                "https://0177.0.0.1/x",
                "https://[::1]/x",
                "https://[::ffff:127.0.0.1]/x",
                "https://[fd00::1]/x",
                "https://[fe80::1%25eth0]/x",
                "https://metadata.google.internal/x",
                // Nothing at all.
                "https://",
                "https://mms.twiliocdn.com /x",
                "::",
                "%"
            })
    void whatever_only_looks_so_is_not(String place) {
        assertEquals(Optional.empty(), MediaHosts.follow(ASKED, place));
    }

    @Test
    void a_stand_in_may_send_to_itself_and_to_twilio() {
        URI standIn = URI.create("http://127.0.0.1:8081/x/2010-04-01/Media");
        assertTrue(MediaHosts.follow(standIn, "http://127.0.0.1:8081/cdn").isPresent());
        assertTrue(MediaHosts.follow(standIn, "https://mms.twiliocdn.com/x").isPresent());
        for (String place :
                new String[] {
                    "http://127.0.0.1:8082/cdn", "https://127.0.0.1:8081/cdn", "http://127.0.0.1/"
                }) {
            assertEquals(Optional.empty(), MediaHosts.follow(standIn, place));
        }
    }

    @Test
    void whatever_a_place_is_made_of_nothing_throws() {
        Random chance = new Random(20_260_504);
        String[] pieces = {
            "https:",
            "//",
            "/",
            "@",
            ":",
            "mms.twiliocdn.com",
            "127.0.0.1",
            "[",
            "]",
            "%",
            "?",
            "#",
            "..",
            "\\",
            " ",
            "evil.example",
            "443",
            "é",
            "\uD800",
            "\u0000"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder place = new StringBuilder();
            for (int n = chance.nextInt(8); n >= 0; n--) {
                place.append(pieces[chance.nextInt(pieces.length)]);
            }
            MediaHosts.follow(ASKED, place.toString()).ifPresent(MediaHostsTest::check);
        }
    }

    private static void check(URI to) {
        assertEquals("https", to.getScheme());
        assertEquals(null, to.getRawUserInfo());
        assertTrue(
                to.getHost().endsWith(".twiliocdn.com") || to.getHost().equals("api.twilio.com"));
    }
}
