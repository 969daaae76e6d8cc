package app.prosa.settings.hub;

/** Who can reach the hub. */
public enum Exposure {
    /** Programs and browsers on this computer, without a key. */
    THIS_COMPUTER,
    /** This computer, and whoever comes by the public address, by way of a proxy. */
    INTERNET,
    /** Every computer that reaches this one's address; with a key or as a visitor. */
    NETWORK
}
