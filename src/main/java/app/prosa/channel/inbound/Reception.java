package app.prosa.channel.inbound;

import app.prosa.channel.Inbound;
import app.prosa.channel.Route;
import app.prosa.channel.inbound.Words.Wish;
import app.prosa.channel.media.Marks;
import app.prosa.channel.time.Timers;
import app.prosa.conversation.Author;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationEvent.CorrespondentChanged;
import app.prosa.conversation.ConversationEvent.MessageAdded;
import app.prosa.conversation.ConversationEvent.MessageChanged;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.Message;
import app.prosa.conversation.Mode;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.Arrival;
import app.prosa.conversation.delivery.Arrived;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.conversation.delivery.Correspondent;
import app.prosa.conversation.delivery.Correspondents;
import app.prosa.conversation.delivery.Standing;
import app.prosa.settings.channels.ChannelRules;
import app.prosa.settings.channels.Door;
import java.util.Optional;
import java.util.Set;

/**
 * Takes in what platforms tell: commits it, and says what is to be done with it. When a call
 * returns, the platform may be told that we have it; when it throws {@link
 * app.prosa.conversation.StoreException}, it may not. A repeat is harmless.
 */
public final class Reception {
    /** How far behind a message its answer is looked for. */
    private static final int NEAR = 50;

    private static final Set<Author> ANSWERS = Set.of(Author.ASSISTANT, Author.OPERATOR);

    private final ConversationEngine engine;
    private final ChannelStore store;
    private final Timers timers;
    private final ServiceTexts texts;
    private final Listener listener;
    private final Limits limits;
    private final Reports reports;

    /**
     * Hears of what came in, after it is stored. On the thread that brought it; returns at once.
     */
    public interface Listener {
        /** Something is due, or due at another time. */
        void due(Arrived arrived);

        /** Something may have to be sent. */
        void outgoing(String account);

        /** Somebody wrote, by any account. */
        void heard(Route route, Arrived arrived);
    }

    public Reception(
            ConversationEngine engine, ChannelStore store, Timers timers, Listener listener) {
        this.engine = engine;
        this.store = store;
        this.timers = timers;
        this.texts = new ServiceTexts();
        this.listener = listener;
        this.limits = new Limits(timers, store);
        this.reports = new Reports(engine, store.outbox());
    }

    /** Takes one thing in. */
    public void take(Route route, Rules rules, Inbound inbound) {
        switch (inbound) {
            case Inbound.Message message -> message(route, rules, message);
            case Inbound.Command command -> message(route, rules, command.message());
            case Inbound.Pressed pressed ->
                    message(route, rules, Letters.of(pressed, timers.now()));
            case Inbound.Edited edited -> edit(route, rules, edited.message());
            case Inbound.Withdrawn gone -> withdraw(route, rules, gone);
            case Inbound.Reacted reacted -> {} // asks for no answer
            case Inbound.Status status -> reports.take(route, status);
            case Inbound.StatusUpTo status -> reports.take(route, status);
            case Inbound.Echo echo -> echo(route, echo);
            case Inbound.Blocked blocked -> reachable(route, blocked.chat().id(), false);
            case Inbound.Unblocked unblocked -> reachable(route, unblocked.chat().id(), true);
            case Inbound.Moved moved ->
                    changed(
                            correspondents()
                                    .move(
                                            new Address(route.account(), moved.fromChatId(), true),
                                            moved.toChatId()));
        }
    }

    private Correspondents correspondents() {
        return store.correspondents();
    }

    private void message(Route route, Rules rules, Inbound.Message message) {
        if (!message.addressed() || rules.channel().door() == Door.NOBODY) {
            return;
        }
        Optional<Wish> wish = Words.of(message.text());
        Letters.of(route, message, new Marks(rules.channel().language()))
                .ifPresent(letter -> arrived(route, rules, admit(rules, letter, wish), wish));
    }

    private void arrived(Route route, Rules rules, Arrived arrived, Optional<Wish> wish) {
        listener.heard(route, arrived);
        boolean fresh = !arrived.received().repeat();
        changed(Optional.of(arrived.correspondent()));
        setMode(rules.channel(), arrived);
        obey(rules.channel(), wish.filter(_ -> holds(arrived)), arrived, fresh);
        if (arrived.due() != null) {
            listener.due(arrived);
        }
    }

    private Arrived admit(Rules rules, Letters.Letter letter, Optional<Wish> wish) {
        Arrival.Wish fate = fate(rules, letter, wish);
        Arrived arrived = admit(letter.arrival(newcomer(rules.channel()), fate));
        if (!arrived.received().repeat() && fate instanceof Arrival.Answer) {
            limits.count(letter.address(), rules.channel());
        }
        return arrived;
    }

    private Arrived admit(Arrival arrival) {
        return engine.admit(
                arrival.message(),
                () -> correspondents().receive(arrival, timers.now()),
                Arrived::received);
    }

    private static Standing newcomer(ChannelRules rules) {
        return rules.door() == Door.EVERYONE ? Standing.ADMITTED : Standing.WAITING;
    }

    private Arrival.Wish fate(Rules rules, Letters.Letter letter, Optional<Wish> wish) {
        if (wish.filter(w -> w != Wish.SOUND).isPresent()) {
            return new Arrival.Keep();
        }
        if (rules.paused() || Lateness.isLate(letter.sentAt(), rules.channel(), timers.now())) {
            return new Arrival.Hold();
        }
        return switch (limits.ask(letter.message(), letter.address(), rules.channel())) {
            case FINE -> Debounce.of(rules.channel());
            case TOO_MANY -> new Arrival.Keep();
            case DAY_SPENT -> new Arrival.Hold();
        };
    }

    /** The first message of somebody makes a conversation, which begins as the channel says. */
    private void setMode(ChannelRules rules, Arrived arrived) {
        if (!arrived.first()) {
            return;
        }
        switch (rules.answering()) {
            case AUTO -> {}
            case HUMAN -> engine.setMode(id(arrived), Mode.HUMAN);
            case PAUSED -> engine.setMode(id(arrived), Mode.PAUSED);
        }
    }

    /**
     * Whoever said more since then may have changed their mind, and so may the operator: a repeat
     * counts only while nothing came after it, for a program that ended before it obeyed.
     */
    private static boolean holds(Arrived arrived) {
        Received received = arrived.received();
        return !received.repeat()
                || received.message().position() + 1 >= received.conversation().size();
    }

    private void obey(ChannelRules rules, Optional<Wish> wish, Arrived arrived, boolean fresh) {
        wish.ifPresent(what -> obey(rules, what, arrived.correspondent(), fresh));
    }

    private void obey(ChannelRules rules, Wish wish, Correspondent who, boolean fresh) {
        switch (wish) {
            case SILENCE -> changed(correspondents().setOptedOut(who.conversation(), true));
            case SOUND -> {
                if (who.optedOut()) {
                    changed(correspondents().setOptedOut(who.conversation(), false));
                    say(who, fresh, texts.back(rules));
                }
            }
            case PERSON -> {
                engine.setMode(who.conversation(), Mode.HUMAN);
                say(who, fresh, texts.person(rules));
            }
            case GREETING -> {
                if (who.optedOut()) {
                    changed(correspondents().setOptedOut(who.conversation(), false));
                }
                say(who, fresh, texts.greeting(rules));
            }
            case HELP -> say(who, fresh, texts.help(rules));
            case RESET -> say(who, fresh, texts.reset(rules));
        }
    }

    /** Nothing is said to those who are not let in: the outbox would refuse it. */
    private void say(Correspondent to, boolean fresh, String text) {
        boolean letIn = to.standing() == Standing.ADMITTED;
        if (fresh && letIn) {
            store.outbox()
                    .say(to.conversation(), text, timers.now())
                    .flatMap(engine.conversations()::message)
                    .ifPresent(note -> {
                        engine.publish(new MessageAdded(note));
                        listener.outgoing(to.address().account());
                    });
        }
    }

    /**
     * Somebody changed what they wrote. Before an answer is begun, what is there counts; after it,
     * the history is put right, and only what adds something is a message of its own, which is
     * answered like any other. A word to the program is one at any time.
     */
    private void edit(Route route, Rules rules, Inbound.Message edited) {
        if (!edited.addressed() || rules.channel().door() == Door.NOBODY) {
            return;
        }
        Marks marks = new Marks(rules.channel().language());
        Letters.of(route, edited, marks)
                .ifPresent(letter -> {
                    Optional<Wish> wish = Words.of(edited.text());
                    Arrived arrived = admit(rules, letter, wish);
                    if (arrived.received().repeat()) {
                        edit(route, rules, new Edits(edited, marks, arrived, letter));
                    } else { // it had not reached us, or was of no interest then
                        arrived(route, rules, arrived, wish);
                    }
                });
    }

    private void edit(Route route, Rules rules, Edits edits) {
        Message before = edits.before();
        boolean told = edits.text().equals(before.text());
        if (told || before.text().equals(edits.marks().withdrawn())) {
            return;
        }
        if (Words.of(edits.edited().text()).isPresent()) {
            message(route, rules, edits.anew(""));
        } else if (isAnswered(before) && edits.addSomething()) {
            message(route, rules, edits.anew(edits.marks().edited() + " "));
        } else {
            correspondents()
                    .amend(
                            route.kind(),
                            Letters.externalId(route, edits.edited().externalId()),
                            edits.text())
                    .ifPresent(message -> engine.publish(new MessageChanged(message)));
        }
    }

    private boolean isAnswered(Message message) {
        int next = message.position() + 1;
        return engine.conversations().path(message.conversationId(), next, next + NEAR).stream()
                .anyMatch(later -> ANSWERS.contains(later.author()));
    }

    /** Platforms demand that it be forgotten. */
    private void withdraw(Route route, Rules rules, Inbound.Withdrawn gone) {
        String text = new Marks(rules.channel().language()).withdrawn();
        correspondents()
                .amend(route.kind(), Letters.externalId(route, gone.externalId()), text)
                .ifPresent(message -> engine.publish(new MessageChanged(message)));
    }

    /** A person wrote in the platform's own app: from here on it is theirs. */
    private void echo(Route route, Inbound.Echo echo) {
        boolean ours = echo.by() == Inbound.Echo.By.US;
        if (ours) {
            reports.confirm(echo.reference(), echo.externalId());
        }
        if (ours || echo.text().isBlank()) {
            return;
        }
        store.outbox()
                .saidElsewhere(
                        new Address(route.account(), echo.chat().id(), echo.chat().group()),
                        echo.text(),
                        echo.externalId(),
                        echo.by() == Inbound.Echo.By.SOMEBODY_ELSE,
                        timers.now())
                .ifPresent(said -> {
                    engine.publish(new MessageAdded(said));
                    engine.setMode(said.conversationId(), Mode.HUMAN);
                });
    }

    private void reachable(Route route, String chatId, boolean now) {
        changed(correspondents().setReachable(new Address(route.account(), chatId, false), now));
    }

    private void changed(Optional<Correspondent> correspondent) {
        correspondent.ifPresent(who -> engine.publish(new CorrespondentChanged(who)));
    }

    private static ConversationId id(Arrived arrived) {
        return arrived.correspondent().conversation();
    }
}
