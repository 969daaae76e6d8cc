package app.prosa.desktop.settings;

import app.prosa.settings.Overridable;
import app.prosa.settings.Texts;
import app.prosa.settings.hub.HubSettings;
import app.prosa.settings.hub.HubSettings.WhenClosed;
import app.prosa.settings.hub.Network;
import app.prosa.settings.hub.Origin;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.StringProperty;

/** Where the hub listens, and when. */
final class ListeningViewModel {
    private static final int LAST_PORT = 0xffff;

    private final ServerViewModel server;
    private final Slice<HubSettings> hub;
    private final Texts texts;

    ListeningViewModel(ServerViewModel server, Texts texts) {
        this.server = server;
        this.hub = server.slice();
        this.texts = texts;
    }

    ReadOnlyObjectProperty<HubSettings> state() {
        return hub.valueProperty();
    }

    Optional<String> fixedBy(Overridable setting) {
        return server.fixedBy(setting);
    }

    void setOn(boolean on) {
        hub.change(now -> now.withOn(on));
    }

    void setWhenClosed(WhenClosed choice) {
        hub.change(now -> now.withWhenClosed(choice));
    }

    void setLimits(boolean on) {
        hub.change(now -> now.withLimits(now.limits().withOn(on)));
    }

    /** {@link Reach#ADDRESS} waits for {@link #setAddress}. */
    void setReach(Reach reach) {
        switch (reach) {
            case THIS_COMPUTER -> hub.change(now -> now.withBind(HubSettings.LOOPBACK));
            case NETWORK -> hub.change(now -> now.withBind(HubSettings.EVERYWHERE));
            case ADDRESS -> {}
        }
    }

    /** What stands in the way of being reached by others, or empty. */
    String keyProblem() {
        HubSettings now = hub.get();
        boolean open = isOpen(now.bind());
        boolean keyed = !now.keys().isEmpty() || fixedBy(Overridable.HUB_KEY).isPresent();
        return open && !keyed ? texts.get("settings.server.reach.noKey") : "";
    }

    private static boolean isOpen(String bind) {
        return Network.parse(bind)
                .map(Network::address)
                .filter(address -> !address.isLoopbackAddress())
                .isPresent();
    }

    void setAddress(String typed, StringProperty problem) {
        String address = typed.strip();
        take(
                isAddress(address),
                problem,
                "settings.server.address.problem",
                now -> now.withBind(address));
    }

    private static boolean isAddress(String text) {
        try {
            return InetAddress.ofLiteral(text).getHostAddress().length() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    void setPort(String typed, StringProperty problem) {
        switch (Entry.whole(typed, 0, LAST_PORT)) {
            case Entry.Blank<Integer>() -> accept(problem, HubSettings.DEFAULT_PORT);
            case Entry.Given<Integer>(Integer port) -> accept(problem, port);
            case Entry.Unusable<Integer>() ->
                    problem.set(texts.get("settings.server.port.problem"));
        }
    }

    private void accept(StringProperty problem, int port) {
        problem.set("");
        hub.change(now -> now.withPort(port));
    }

    void setPublicUrl(String typed, StringProperty problem) {
        String url = typed.strip();
        take(
                url.isEmpty() || isWeb(url),
                problem,
                "settings.server.public.problem",
                now -> now.withPublicUrl(url));
    }

    private static boolean isWeb(String url) {
        try {
            URI address = new URI(url);
            return Origin.of(address).isPresent()
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Parted by commas or spaces, as in PROSA_TRUSTED_PROXIES. */
    void setProxies(String typed, StringProperty problem) {
        List<String> proxies =
                Arrays.stream(typed.split("[,\\s]+", -1)).filter(word -> !word.isEmpty()).toList();
        take(
                proxies.stream().allMatch(word -> Network.parse(word).isPresent()),
                problem,
                "settings.server.proxies.problem",
                now -> now.withTrustedProxies(proxies));
    }

    private void take(
            boolean good, StringProperty problem, String key, UnaryOperator<HubSettings> change) {
        if (good) {
            problem.set("");
            hub.change(change);
        } else {
            problem.set(texts.get(key));
        }
    }
}
