package app.prosa.channel.simulator;

import app.prosa.channel.Webhook;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * A platform with one customer on it. First it is opened, then a hub whose settings and secrets
 * {@link Account} gives, then the two are connected. From any thread.
 */
public final class Simulation implements AutoCloseable {
    private final Side side;
    private final Telephone telephone;
    private final Post post;
    private final StandIn standIn;

    private Simulation(Side side, Telephone telephone, Post post, StandIn standIn) {
        this.side = side;
        this.telephone = telephone;
        this.post = post;
        this.standIn = standIn;
    }

    /**
     * @param screen of the customer's telephone
     * @throws IOException when this computer has no port left
     */
    public static Simulation open(Account account, Screen screen) throws IOException {
        Telephone telephone = new Telephone(screen);
        Post post = new Post(account.platform(), telephone);
        Side side =
                switch (account.platform()) {
                    case TELEGRAM -> new TelegramSide(account, telephone, post);
                    case WHATSAPP -> new WhatsAppSide(account, telephone, post);
                    case INSTAGRAM, MESSENGER -> new MessagingSide(account, telephone, post);
                    case TWILIO -> throw new IllegalArgumentException("Twilio is not simulated");
                };
        return new Simulation(side, telephone, post, StandIn.open(side));
    }

    /** Where the hub calls the platform. */
    public URI address() {
        return standIn.address();
    }

    /**
     * @param webhooks the hub's, by their paths
     */
    public void connect(Function<String, Optional<Webhook>> webhooks) {
        post.connect(webhooks);
    }

    public Customer customer() {
        return side.customer();
    }

    /** Posts or hands out what a platform once posted, signed anew. */
    public void replay(byte[] body) {
        side.replay(body);
    }

    /**
     * The customer looks at the telephone: what has come in since the last time is told to be
     * delivered and read, where the platform tells that.
     */
    public synchronized void look() {
        side.report();
    }

    /** Whether the hub has taken in all that happened. */
    public boolean isTaken() {
        return side.isTaken();
    }

    /** Whether the platform knows of all that came in what became of it. */
    public synchronized boolean isTold() {
        return telephone.isTold();
    }

    /** The hub should be closed before. */
    @Override
    public void close() {
        standIn.close();
    }
}
