package app.prosa.channel.simulator;

import app.prosa.settings.channels.ChannelRules;
import app.prosa.settings.channels.ChannelSecrets;
import app.prosa.settings.channels.ChannelSecrets.Kind;
import app.prosa.settings.channels.ChannelsSettings;
import app.prosa.settings.channels.Door;
import app.prosa.settings.channels.Platform;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An account of the hub's that is made up, with secrets for one run.
 *
 * @param id the platform's own name for it: of a bot, of a telephone number, of an account, of a
 *     page
 * @param token what the hub calls the platform with
 * @param secret what the platform signs with, or proves to be itself with
 */
public record Account(Platform platform, String id, String token, String secret) {

    public static Account of(Platform platform) {
        return of(platform, madeUpId(platform));
    }

    /**
     * @param id of digits
     * @throws IllegalArgumentException for a platform that cannot be simulated
     */
    public static Account of(Platform platform, String id) {
        madeUpId(platform);
        String word = ChannelSecrets.make();
        String token = platform == Platform.TELEGRAM ? id + ":" + word : word;
        return new Account(platform, id, token, ChannelSecrets.make());
    }

    private static String madeUpId(Platform platform) {
        return switch (platform) {
            case TELEGRAM -> "7000000001";
            case WHATSAPP -> "100000000000001";
            case INSTAGRAM -> "17841400000000001";
            case MESSENGER -> "200000000000001";
            case TWILIO -> throw new IllegalArgumentException("Twilio is not simulated");
        };
    }

    /** What the store calls it, as {@link app.prosa.channel.Route#account}. */
    public String route() {
        return platform.key() + ":" + id;
    }

    /** What people see of it. */
    public String name() {
        return switch (platform) {
            case TELEGRAM -> "@prosa_demo_bot";
            case WHATSAPP, TWILIO -> "+55 11 5550-0100";
            case INSTAGRAM -> "@prosa.demo";
            case MESSENGER -> "Prosa Demo";
        };
    }

    /** What the hub has to know of it, under the names of {@link ChannelSecrets}. */
    public Map<String, String> secrets() {
        return ChannelSecrets.of(platform).stream()
                .collect(Collectors.toMap(kind -> kind.nameFor(platform), this::secret));
    }

    private String secret(Kind kind) {
        return kind == Kind.TOKEN ? token : secret;
    }

    /**
     * Settings with this channel alone, open to everyone.
     *
     * @param server where it is called instead of the platform
     * @param since as {@link ChannelRules#since}
     */
    public ChannelsSettings over(ChannelsSettings settings, URI server, Instant since) {
        ChannelsSettings all = settings.withPaused(false);
        for (Platform other : Platform.values()) {
            all = all.withRules(other, all.rules(other).switched(false, since));
        }
        ChannelRules rules = all.rules(platform).switched(true, since).withDoor(Door.EVERYONE);
        String base = server.toString();
        return switch (platform) {
            case TELEGRAM ->
                    all.with(all.telegram().withRules(rules).withWebhook(false).withBaseUrl(base));
            case WHATSAPP ->
                    all.with(
                            all.whatsApp()
                                    .withRules(rules)
                                    .withPhoneNumberId(id)
                                    .withBaseUrl(base));
            case INSTAGRAM ->
                    all.with(
                            all.instagram()
                                    .withRules(rules)
                                    .withAccountId(id)
                                    .withFacebookLogin(false)
                                    .withBaseUrl(base));
            case MESSENGER ->
                    all.with(all.messenger().withRules(rules).withPageId(id).withBaseUrl(base));
            case TWILIO -> all;
        };
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Account[" + route() + "]";
    }
}
