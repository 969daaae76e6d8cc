package app.prosa.settings.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @ParameterizedTest
    @CsvSource({
        "https://shop.example,https://shop.example",
        "https://Shop.Example:443/,https://shop.example",
        "http://localhost:80,http://localhost",
        "http://localhost:8080,http://localhost:8080",
        "http://[::1]:3000,http://[::1]:3000",
    })
    void an_origin_is_written_as_browsers_write_it(String text, String origin) {
        assertEquals(Optional.of(new Origin(origin)), Origin.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "",
                "shop.example",
                "ftp://shop.example",
                "mailto:a@b.example",
                "https://shop.example/a",
                "https://shop.example?a",
                "https://shop.example#a",
                "https://me@shop.example",
                "https://",
                "https://a b",
                "http://h:70000"
            })
    void what_is_no_origin_is_none(String text) {
        assertEquals(Optional.empty(), Origin.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,10.255.0.1,true",
        "10.0.0.0/8,11.0.0.1,false",
        "10.0.0.1,10.0.0.1,true",
        "10.0.0.1,10.0.0.2,false",
        "192.168.4.0/22,192.168.7.255,true",
        "192.168.4.0/22,192.168.8.0,false",
        "0.0.0.0/0,1.2.3.4,true",
        "0.0.0.0/0,::1,false",
        "fd00::/8,fdff::1,true",
        "fd00::/8,fe00::1,false"
    })
    void a_network_knows_its_addresses(String network, String address, boolean inside) {
        assertEquals(
                inside,
                Network.parse(network).orElseThrow().contains(InetAddress.ofLiteral(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/a", "10.0/8/8"})
    void what_is_no_network_is_none(String text) {
        assertEquals(Optional.empty(), Network.parse(text));
    }

    @Test
    void a_key_is_known_by_its_hash_and_shown_in_no_string() {
        NewKey key = NewKey.make("Shop", ApiKey.Scope.CHAT, java.time.Instant.EPOCH);
        assertEquals(NewKey.hash(key.secret()), key.stored().sha256());
        assertTrue(key.secret().endsWith(key.stored().hint()));
        assertTrue(key.secret().length() > 40);
        assertFalse(key.toString().contains(key.secret()));
        assertFalse(key.stored().toString().contains(key.secret()));
    }
}
