package app.prosa.storage;

import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.conversation.delivery.Correspondents;
import app.prosa.conversation.delivery.DueTurns;
import app.prosa.conversation.delivery.Leases;
import app.prosa.conversation.delivery.Outbox;

/** What the channels keep, over SQL. */
record SqlChannelStore(Correspondents correspondents, DueTurns turns, Outbox outbox, Leases leases)
        implements ChannelStore {

    SqlChannelStore(Database database, ChannelFront front, Recent recent) {
        this(
                new SqlCorrespondents(database, front, recent),
                new SqlDueTurns(database, front, recent),
                new SqlOutbox(database, recent),
                new SqlLeases(database));
    }
}
