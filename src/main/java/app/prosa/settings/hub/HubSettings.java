package app.prosa.settings.hub;

import java.util.List;
import java.util.Optional;

/**
 * What the operator chose about the hub.
 *
 * @param on it starts together with the window
 * @param whenClosed what becomes of it when the window is closed
 * @param bind the address it listens on
 * @param port 0 for any that is free
 * @param publicUrl how it is reached from outside, or empty if it is not
 * @param origins the web pages elsewhere that may call it, see {@link Origin}
 * @param trustedProxies whose word about the caller's address counts, see {@link Network}
 * @param keystore the path of a PKCS12 file for TLS, or empty for none
 */
public record HubSettings(
        boolean on,
        WhenClosed whenClosed,
        String bind,
        int port,
        String publicUrl,
        List<String> origins,
        List<String> trustedProxies,
        String keystore,
        Limits limits,
        List<ApiKey> keys,
        WebPage page) {

    public static final int DEFAULT_PORT = 3000;

    /** This computer alone. */
    public static final String LOOPBACK = "127.0.0.1";

    /** Every network that this computer is in. */
    public static final String EVERYWHERE = "0.0.0.0";

    public static final HubSettings DEFAULT =
            new HubSettings(
                    false,
                    WhenClosed.ASK,
                    LOOPBACK,
                    DEFAULT_PORT,
                    "",
                    List.of(),
                    List.of(),
                    "",
                    Limits.DEFAULT,
                    List.of(),
                    WebPage.DEFAULT);

    public HubSettings {
        port = Math.clamp(port, 0, 0xffff);
        origins = List.copyOf(origins);
        trustedProxies = List.copyOf(trustedProxies);
        keys = List.copyOf(keys);
    }

    /** How it is reached from outside, without a slash at its end; empty if it is not. */
    public Optional<String> publicAddress() {
        String address = publicUrl.strip();
        String bare = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        return Optional.of(bare).filter(a -> !a.isEmpty());
    }

    /** What becomes of a hub that runs when the window is closed. */
    public enum WhenClosed {
        /** The operator is asked. */
        ASK,
        /** It goes on without a window. */
        KEEP,
        /** It stops, and the program ends. */
        STOP
    }

    /**
     * How much one caller may ask for. A caller who was quiet may use a whole minute's worth at
     * once.
     *
     * @param on whether the three hold
     * @param perKey requests a minute with one key
     * @param perUser messages a minute of one user on one channel
     * @param perAddress requests a minute from one address
     * @param inFlight answers that are waited for at one moment; 0 for as many as the system's
     *     descriptors allow. Holds also when the others are off.
     */
    public record Limits(boolean on, int perKey, int perUser, int perAddress, int inFlight) {
        public static final Limits DEFAULT = new Limits(true, 1200, 30, 300, 0);

        public Limits {
            perKey = Math.max(1, perKey);
            perUser = Math.max(1, perUser);
            perAddress = Math.max(1, perAddress);
            inFlight = Math.max(0, inFlight);
        }

        public Limits withOn(boolean value) {
            return new Limits(value, perKey, perUser, perAddress, inFlight);
        }
    }

    /**
     * The chat page and the widget.
     *
     * @param title what stands above the chat, or empty for the page's own words
     * @param greeting what stands where nothing was said yet, or empty for the page's own words
     */
    public record WebPage(String title, String greeting) {
        public static final WebPage DEFAULT = new WebPage("", "");
    }

    public Optional<ApiKey> key(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    // One for each part, in full: Java 25 has no other way to copy a record with a change (JEP
    // 468).

    public HubSettings withOn(boolean value) {
        return new HubSettings(
                value,
                whenClosed,
                bind,
                port,
                publicUrl,
                origins,
                trustedProxies,
                keystore,
                limits,
                keys,
                page);
    }

    public HubSettings withWhenClosed(WhenClosed value) {
        return new HubSettings(
                on,
                value,
                bind,
                port,
                publicUrl,
                origins,
                trustedProxies,
                keystore,
                limits,
                keys,
                page);
    }

    public HubSettings withBind(String value) {
        return new HubSettings(
                on,
                whenClosed,
                value,
                port,
                publicUrl,
                origins,
                trustedProxies,
                keystore,
                limits,
                keys,
                page);
    }

    public HubSettings withPort(int value) {
        return new HubSettings(
                on,
                whenClosed,
                bind,
                value,
                publicUrl,
                origins,
                trustedProxies,
                keystore,
                limits,
                keys,
                page);
    }

    public HubSettings withPublicUrl(String value) {
        return new HubSettings(
                on,
                whenClosed,
                bind,
                port,
                value,
                origins,
                trustedProxies,
                keystore,
                limits,
                keys,
                page);
    }

    public HubSettings withOrigins(List<String> value) {
        return new HubSettings(
                on,
                whenClosed,
                bind,
                port,
                publicUrl,
                value,
                trustedProxies,
                keystore,
                limits,
                keys,
                page);
    }

    public HubSettings withTrustedProxies(List<String> value) {
        return new HubSettings(
                on,
                whenClosed,
                bind,
                port,
                publicUrl,
                origins,
                value,
                keystore,
                limits,
                keys,
                page);
    }

    public HubSettings withKeystore(String value) {
        return new HubSettings(
                on,
                whenClosed,
                bind,
                port,
                publicUrl,
                origins,
                trustedProxies,
                value,
                limits,
                keys,
                page);
    }

    public HubSettings withLimits(Limits value) {
        return new HubSettings(
                on,
                whenClosed,
                bind,
                port,
                publicUrl,
                origins,
                trustedProxies,
                keystore,
                value,
                keys,
                page);
    }

    public HubSettings withKeys(List<ApiKey> value) {
        return new HubSettings(
                on,
                whenClosed,
                bind,
                port,
                publicUrl,
                origins,
                trustedProxies,
                keystore,
                limits,
                value,
                page);
    }

    public HubSettings withPage(WebPage value) {
        return new HubSettings(
                on,
                whenClosed,
                bind,
                port,
                publicUrl,
                origins,
                trustedProxies,
                keystore,
                limits,
                keys,
                value);
    }
}
