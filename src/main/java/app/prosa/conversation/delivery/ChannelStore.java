package app.prosa.conversation.delivery;

/** Where all of it is kept. */
public interface ChannelStore {
    Correspondents correspondents();

    DueTurns turns();

    Outbox outbox();

    Leases leases();
}
