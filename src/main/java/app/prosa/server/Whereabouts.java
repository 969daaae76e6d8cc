package app.prosa.server;

import app.prosa.settings.hub.Exposure;
import app.prosa.settings.hub.HubSettings;
import app.prosa.settings.hub.Network;
import java.net.InetAddress;
import java.net.URI;

/** Where the hub of these settings is found, and by whom. */
record Whereabouts(HubSettings settings) {

    /** What it listens on; this computer alone if the settings make no sense. */
    InetAddress bound() {
        return Network.parse(settings.bind())
                .map(Network::address)
                .orElseGet(InetAddress::getLoopbackAddress);
    }

    boolean isLocal() {
        return bound().isLoopbackAddress();
    }

    /** What a browser on this computer opens. */
    URI address(int port) {
        InetAddress bound = bound();
        return at(bound.isAnyLocalAddress() ? HubSettings.LOOPBACK : bound.getHostAddress(), port);
    }

    private URI at(String host, int port) {
        String scheme = settings.keystore().isBlank() ? "http" : "https";
        String literal = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return URI.create(scheme + "://" + literal + ":" + port + "/");
    }

    /** What a browser elsewhere opens. */
    URI page(URI address) {
        try {
            return settings.publicUrl().isBlank()
                    ? fromNearby(address)
                    : URI.create(settings.publicUrl());
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private URI fromNearby(URI address) {
        return bound().isAnyLocalAddress()
                ? OwnAddress.find()
                        .map(own -> at(own.getHostAddress(), address.getPort()))
                        .orElse(address)
                : address;
    }

    Exposure exposure() {
        if (!isLocal()) {
            return Exposure.NETWORK;
        }
        return settings.publicUrl().isBlank() ? Exposure.THIS_COMPUTER : Exposure.INTERNET;
    }
}
