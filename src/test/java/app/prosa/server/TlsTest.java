package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.settings.hub.HubProblem;
import app.prosa.settings.hub.HubState;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

class TlsTest extends HubRig {
    private static final String PASSWORD = "of the keystore";

    @Test
    void with_a_keystore_everything_is_encrypted() throws Exception {
        Path keystore = keystore();
        secrets.put(HubParts.KEYSTORE_SECRET, PASSWORD);
        HubState.On on = assertInstanceOf(HubState.On.class, startWith(keystore.toString()));
        assertEquals("https", on.address().getScheme());
        try (SSLSocket socket =
                (SSLSocket)
                        trusting(keystore)
                                .getSocketFactory()
                                .createSocket("localhost", on.address().getPort())) {
            byte[] request =
                    "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 3; i++) {
                socket.getOutputStream().write(request);
                assertEquals(200, Answer.read(socket.getInputStream()).status());
            }
            assertTrue(socket.getSession().getProtocol().startsWith("TLSv1."));
        }
    }

    @Test
    void a_keystore_that_is_not_there_or_does_not_open_is_named() throws Exception {
        assertProblem(HubProblem.Kind.KEYSTORE_MISSING, directory.resolve("none.p12"));
        assertProblem(HubProblem.Kind.KEYSTORE_LOCKED, keystore());
        assertProblem(
                HubProblem.Kind.KEYSTORE_LOCKED,
                Files.writeString(directory.resolve("no.p12"), "no keystore"));
    }

    private void assertProblem(HubProblem.Kind kind, Path keystore) {
        HubState.Failed failed =
                assertInstanceOf(HubState.Failed.class, startWith(keystore.toString()));
        assertEquals(kind, failed.problem().kind());
        assertEquals(keystore.toString(), failed.problem().detail());
    }

    private HubState startWith(String keystore) {
        hub.stop();
        change(usual -> usual.withPort(0).withPublicUrl("").withKeystore(keystore));
        return hub.start();
    }

    private Path keystore() throws Exception {
        Path file = directory.resolve("hub.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-alias",
                                "hub",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .start();
        keytool.getInputStream().readAllBytes();
        assertTrue(keytool.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, keytool.exitValue());
        return file;
    }

    private static SSLContext trusting(Path keystore) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            store.load(in, PASSWORD.toCharArray());
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
