package app.prosa.settings.hub;

import java.net.InetAddress;
import java.util.Optional;

/**
 * One address or a block of them, such as {@code 10.0.0.0/8} (RFC 4632). Never asks a name server.
 *
 * @param bits how many leading bits of the address count
 */
public record Network(InetAddress address, int bits) {

    /** Empty for what is neither an IP address nor a block of them. */
    public static Optional<Network> parse(String text) {
        String trimmed = text.strip();
        int slash = trimmed.indexOf('/');
        try {
            InetAddress address =
                    InetAddress.ofLiteral(slash < 0 ? trimmed : trimmed.substring(0, slash));
            int all = address.getAddress().length * 8;
            int bits = slash < 0 ? all : Integer.parseInt(trimmed.substring(slash + 1));
            return bits < 0 || bits > all
                    ? Optional.empty()
                    : Optional.of(new Network(address, bits));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if (((mine[i / 8] ^ theirs[i / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
