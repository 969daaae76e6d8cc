package app.prosa.server;

import app.prosa.settings.hub.HubProblem;
import app.prosa.settings.hub.HubProblem.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/** The certificate and key for TLS, out of a PKCS12 file. */
final class Keystore {
    private Keystore() {}

    /**
     * @param file empty for no TLS
     * @return null for no TLS
     */
    static SslContextFactory.@Nullable Server open(String file, Optional<String> password)
            throws HubFailure {
        if (file.isBlank()) {
            return null;
        }
        String secret = password.orElse("");
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(load(file, secret.toCharArray()));
        tls.setKeyStorePassword(secret);
        return tls;
    }

    private static KeyStore load(String file, char[] password) throws HubFailure {
        byte[] content = read(file);
        try (InputStream in = new ByteArrayInputStream(content)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            if (store.size() == 0) {
                throw new HubFailure(new HubProblem(Kind.KEYSTORE_LOCKED, file, 0), null);
            }
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new HubFailure(new HubProblem(Kind.KEYSTORE_LOCKED, file, 0), e);
        }
    }

    private static byte[] read(String file) throws HubFailure {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new HubFailure(new HubProblem(Kind.KEYSTORE_MISSING, file, 0), e);
        }
    }
}
