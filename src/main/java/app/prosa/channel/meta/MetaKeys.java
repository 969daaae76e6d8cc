package app.prosa.channel.meta;

import app.prosa.channel.Intake;
import app.prosa.channel.Opener;
import app.prosa.channel.Webhook;
import app.prosa.channel.signature.MetaSignature;
import app.prosa.settings.Secrets;
import app.prosa.settings.channels.ChannelSecrets;
import app.prosa.settings.channels.ChannelState.Missing;
import app.prosa.settings.channels.Platform;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The secrets that one of Meta's platforms is opened with. */
public final class MetaKeys {
    private final Optional<String> token;
    private final List<String> appSecrets;
    private final Optional<String> verifyToken;
    private final boolean publicUrl;

    private MetaKeys(
            Optional<String> token,
            List<String> appSecrets,
            Optional<String> verifyToken,
            boolean publicUrl) {
        this.token = token;
        this.appSecrets = appSecrets;
        this.verifyToken = verifyToken;
        this.publicUrl = publicUrl;
    }

    /**
     * @throws app.prosa.settings.SecretsException when they cannot be read
     */
    public static MetaKeys of(Platform platform, Opener.Setting setting) {
        Secrets secrets = setting.secrets();
        List<String> appSecrets =
                ChannelSecrets.appSecrets(platform).stream()
                        .flatMap(name -> secrets.get(name).stream())
                        .toList();
        return new MetaKeys(
                secrets.get(ChannelSecrets.token(platform)),
                appSecrets,
                secrets.get(ChannelSecrets.verifyToken(platform)),
                setting.publicUrl().isPresent());
    }

    /**
     * What has to be set first. Without its secrets there is no webhook, and without a webhook
     * nobody can write to us.
     */
    public List<Missing> missing(String accountId) {
        List<Missing> missing = new ArrayList<>();
        if (token.isEmpty()) {
            missing.add(Missing.TOKEN);
        }
        if (accountId.isBlank()) {
            missing.add(Missing.ACCOUNT);
        }
        if (appSecrets.isEmpty()) {
            missing.add(Missing.APP_SECRET);
        }
        if (verifyToken.isEmpty()) {
            missing.add(Missing.VERIFY_TOKEN);
        }
        if (!publicUrl) {
            missing.add(Missing.PUBLIC_URL);
        }
        return missing;
    }

    /**
     * @throws IllegalArgumentException when one of them cannot be what it is given for
     */
    public GraphAccess access(String baseUrl, String version) {
        return new GraphAccess(
                URI.create(baseUrl), version, new GraphToken(token.orElseThrow()), null);
    }

    /** What Meta calls. */
    public Webhook webhook(Function<byte[], WebhookEvents> reader, Intake intake) {
        return new MetaWebhook(
                new VerifyToken(verifyToken.orElseThrow()),
                new MetaSignature(appSecrets),
                reader,
                intake);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "MetaKeys";
    }
}
