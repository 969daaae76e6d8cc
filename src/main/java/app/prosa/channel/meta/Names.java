package app.prosa.channel.meta;

import app.prosa.channel.Answer;
import app.prosa.channel.Inbound;
import app.prosa.channel.Intake;
import app.prosa.channel.Refusal;
import app.prosa.channel.Sender;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What people are called on platforms whose messages do not say. Each is asked for once, after
 * their first message is taken in: a webhook waits for nobody. So the name stands there from their
 * second message on. Whoever hides it, or a token that may not ask, leaves it empty.
 */
public final class Names {
    private static final int MOST = 10_000;
    private static final String UNTOLD = "";

    private final Lookup lookup;
    private final Map<String, String> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > MOST;
                }
            };

    /** Asks the platform. */
    public interface Lookup {
        /**
         * @param person by their id towards the account
         */
        Answer<String> name(String person) throws InterruptedException;
    }

    public Names(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Puts the names into what passes. */
    public Intake naming(Intake to) {
        return new Intake() {
            @Override
            public void take(Inbound inbound) {
                to.take(named(inbound));
                if (inbound instanceof Inbound.Message message) {
                    askOnce(message.sender());
                }
            }

            @Override
            public void forged() {
                to.forged();
            }
        };
    }

    private Inbound named(Inbound inbound) {
        return switch (inbound) {
            case Inbound.Message m -> named(m);
            case Inbound.Edited(Inbound.Message m) -> new Inbound.Edited(named(m));
            case Inbound.Pressed p ->
                    new Inbound.Pressed(
                            p.externalId(),
                            p.chat(),
                            named(p.sender()),
                            p.data(),
                            p.on(),
                            p.label());
            default -> inbound;
        };
    }

    private Inbound.Message named(Inbound.Message m) {
        return new Inbound.Message(
                m.externalId(),
                m.chat(),
                named(m.sender()),
                m.text(),
                m.media(),
                m.replyTo(),
                m.sentAt(),
                m.addressed());
    }

    private synchronized Sender named(Sender sender) {
        return sender.name().isEmpty()
                ? new Sender(sender.id(), known.getOrDefault(sender.id(), UNTOLD), sender.handle())
                : sender;
    }

    private void askOnce(Sender sender) {
        synchronized (this) {
            boolean strange = !sender.id().matches("[A-Za-z0-9_-]{1,200}");
            if (strange
                    || !sender.name().isEmpty()
                    || known.putIfAbsent(sender.id(), UNTOLD) != null) {
                return;
            }
        }
        Thread.ofVirtual().name("meta-name").start(() -> ask(sender.id()));
    }

    private void ask(String person) {
        try {
            switch (lookup.name(person)) {
                case Answer.Given<String>(String name) -> put(person, name);
                case Answer.Refused<String>(Refusal.Retry _) -> forget(person);
                case Answer.Refused<String>(Refusal _) -> {} // it stays untold
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void put(String person, String name) {
        known.put(person, name);
    }

    /** They are asked for again with their next message. */
    private synchronized void forget(String person) {
        known.remove(person);
    }
}
