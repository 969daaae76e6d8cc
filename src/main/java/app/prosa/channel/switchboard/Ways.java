package app.prosa.channel.switchboard;

import app.prosa.channel.inbound.ServiceTexts;
import app.prosa.channel.media.Marks;
import app.prosa.channel.turns.Answering;
import app.prosa.channel.turns.Fetching;
import app.prosa.channel.turns.Writing;
import app.prosa.conversation.ConversationEvent.MessageAdded;
import app.prosa.conversation.Failure;
import app.prosa.conversation.StoreException;
import app.prosa.conversation.Turn;
import app.prosa.conversation.delivery.Correspondent;
import app.prosa.settings.channels.ChannelRules;
import app.prosa.settings.channels.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What answering needs of the channels that are open. */
final class Ways implements Answering.Surroundings {
    private static final Logger LOG = LoggerFactory.getLogger(Ways.class);

    private final Switchboard switchboard;
    private final ServiceTexts texts = new ServiceTexts();

    Ways(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    @Override
    public boolean isOpen(Correspondent to) {
        return switchboard.way(to).isPresent();
    }

    @Override
    public void giveWay() throws InterruptedException {
        switchboard.rush().awaitQuiet();
    }

    @Override
    public void fetchMedia(Correspondent from) throws InterruptedException {
        var channel = switchboard.way(from);
        if (channel.isPresent()) {
            Platform platform = channel.get().route().platform();
            new Fetching(
                            switchboard.engine(),
                            switchboard.store().correspondents(),
                            switchboard.senses())
                    .fetch(
                            from.conversation(),
                            channel.get(),
                            new Marks(switchboard.rules(platform).channel().language()));
        }
    }

    /** For the person who answers instead of a model. Returns at once. */
    void fetchMediaSoon(Correspondent from) {
        Thread.ofVirtual()
                .name("channel-media")
                .start(() -> {
                    try {
                        fetchMedia(from);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (StoreException e) {
                        LOG.warn("What came has to wait for the store: {}", e.getMessage());
                    }
                });
    }

    @Override
    public void writing(Correspondent to, Turn turn) {
        switchboard
                .way(to)
                .ifPresent(
                        channel -> Writing.show(channel, to.address(), turn, switchboard.timers()));
    }

    @Override
    public void outgoing(Correspondent to) {
        switchboard.outgoing(to);
    }

    /** The person hears that something went wrong, and the operator sees what. */
    @Override
    public void gaveUp(Correspondent to, Failure failure) {
        LOG.warn("A message was not answered: {} {}", failure.kind(), failure.detail());
        switchboard
                .way(to)
                .ifPresent(channel -> {
                    ChannelRules rules = switchboard.rules(channel.route().platform()).channel();
                    switchboard
                            .store()
                            .outbox()
                            .say(to.conversation(), texts.sorry(rules), switchboard.timers().now())
                            .flatMap(switchboard.engine().conversations()::message)
                            .ifPresent(
                                    note -> switchboard.engine().publish(new MessageAdded(note)));
                    switchboard.outgoing(to);
                });
    }
}
