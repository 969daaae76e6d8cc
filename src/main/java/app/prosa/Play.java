package app.prosa;

import app.prosa.channel.simulator.Account;
import app.prosa.channel.simulator.Customer;
import app.prosa.channel.simulator.Simulation;
import app.prosa.conversation.Author;
import app.prosa.conversation.ConversationEvent;
import app.prosa.conversation.ConversationEvent.CorrespondentChanged;
import app.prosa.conversation.ConversationEvent.DeliveryChanged;
import app.prosa.conversation.ConversationEvent.MessageAdded;
import app.prosa.conversation.ConversationEvent.MessageChanged;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.settings.channels.ChannelState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A customer and the hub, from the first word until all is answered. */
final class Play {
    static final String QUIT = "/quit";
    static final String PRESS = "/press";
    static final String BLOCK = "/block";
    static final String UNBLOCK = "/unblock";

    /** A model that cannot be reached is asked several times. */
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(10);

    private final App app;
    private final Account account;
    private final Simulation simulation;
    private final CustomersScreen screen;
    private final Bell bell;
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private final Set<ConversationId> conversations = ConcurrentHashMap.newKeySet();
    private final AtomicInteger came = new AtomicInteger();
    private volatile boolean over;
    private volatile boolean replaying;

    /** What comes from the keyboard. */
    private sealed interface Line {
        record Written(String text) implements Line {}

        /** There is no more. */
        record End() implements Line {}

        /** Somebody wants the program to end. */
        record Stop() implements Line {}
    }

    Play(App app, Account account, Simulation simulation, CustomersScreen screen, Bell bell) {
        this.app = app;
        this.account = account;
        this.simulation = simulation;
        this.screen = screen;
        this.bell = bell;
    }

    /**
     * Opens the channel.
     *
     * @return whether it is open
     */
    boolean begin(Duration longest) throws InterruptedException {
        app.engine().subscribe(this::onEvent);
        app.channels().listen(bell::ring);
        simulation.connect(app.channels()::webhook);
        app.channels().begin();
        return bell.await(() -> over || isOn(), longest);
    }

    private boolean isOn() {
        return app.channels().state(account.platform()) instanceof ChannelState.On;
    }

    Customer customer() {
        return simulation.customer();
    }

    /** Ends it before all is answered. */
    void end() {
        over = true;
        lines.add(new Line.Stop());
        bell.ring();
    }

    /**
     * @return whether all was answered, or somebody did not want to wait for it
     */
    boolean replay(byte[] body) throws InterruptedException {
        replaying = true;
        simulation.replay(body);
        boolean answered = awaitRest();
        screen.answered(came.get());
        return answered;
    }

    /**
     * @return whether all was answered, or somebody did not want to wait for it
     */
    boolean perform(Typed typed) throws InterruptedException {
        Thread.ofPlatform().daemon().name("simulate-input").start(() -> read(typed));
        while (true) {
            switch (lines.take()) {
                case Line.Written(String text) when text.equals(QUIT) -> {
                    return true;
                }
                case Line.Written(String text) -> act(text, typed.person());
                case Line.End _ -> {
                    return awaitRest();
                }
                case Line.Stop _ -> {
                    return true;
                }
            }
        }
    }

    private void read(Typed typed) {
        try {
            String line = typed.lines().readLine();
            while (line != null) {
                lines.add(new Line.Written(line.strip()));
                line = typed.lines().readLine();
            }
        } catch (IOException e) {
            lines.add(new Line.Stop()); // the terminal has gone, and with it whoever sat there
        } finally {
            lines.add(new Line.End());
        }
    }

    private void act(String text, boolean seen) {
        if (text.isEmpty()) {
            return;
        }
        if (seen) {
            screen.saidUnseen();
        } else {
            screen.said(text);
        }
        Customer customer = customer();
        if (text.startsWith(PRESS + " ")) {
            String label = text.substring(PRESS.length()).strip();
            customer.presses(label, label);
        } else if (text.equals(BLOCK)) {
            customer.blocks();
        } else if (text.equals(UNBLOCK)) {
            customer.unblocks();
        } else {
            customer.says(text);
        }
    }

    private boolean awaitRest() throws InterruptedException {
        return bell.await(() -> over || isAtRest(), LONGEST_ANSWER);
    }

    /** Whether nothing more will come of what happened. */
    private boolean isAtRest() {
        ChannelStore store = app.channelStore();
        return simulation.isTaken()
                && conversations.stream().allMatch(id -> store.turns().due(id).isEmpty())
                && store.outbox().counts(account.route(), Instant.now()).waiting() == 0
                && simulation.isTold();
    }

    private void onEvent(ConversationEvent event) {
        switch (event) {
            case CorrespondentChanged(var who)
                    when who.address().account().equals(account.route()) -> {
                conversations.add(who.conversation());
                if (who.held() > 0) {
                    screen.held();
                }
            }
            case MessageAdded(Message message) when message.author() == Author.USER -> {
                came.incrementAndGet();
                if (replaying) {
                    screen.said(message.text());
                }
            }
            case MessageChanged(Message message) when message.state() == MessageState.FAILED -> {
                if (message.failure() != null) {
                    screen.failed(message.failure());
                }
            }
            case DeliveryChanged changed -> {
                screen.went(changed.delivery());
                if (changed.delivery().state() == DeliveryState.SENT) {
                    Thread.ofVirtual().name("simulate-look").start(simulation::look);
                }
            }
            default -> {}
        }
        bell.ring();
    }
}
