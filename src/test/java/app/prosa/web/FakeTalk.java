package app.prosa.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is stored of one visitor's conversation, and who hears of it. */
final class FakeTalk {
    /**
     * What a listener is told.
     *
     * @param message what is new; null when all has to be read again
     */
    record Event(int number, @Nullable FakeMessage message) {}

    private final List<FakeMessage> messages = new ArrayList<>();
    private final Map<String, FakeTurn> turns = new HashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final Map<Object, BlockingQueue<Event>> listeners = new ConcurrentHashMap<>();
    final List<String> texts = new CopyOnWriteArrayList<>();

    synchronized List<FakeMessage> page(@Nullable String before, int limit) {
        int end = messages.size();
        for (int i = 0; before != null && i < messages.size(); i++) {
            end = messages.get(i).id().equals(before) ? i : end;
        }
        return List.copyOf(messages.subList(Math.max(0, end - limit), end));
    }

    synchronized int size() {
        return messages.size();
    }

    synchronized FakeMessage add(String role, String content, FakeTurn.State state) {
        FakeMessage message =
                new FakeMessage(UUID.randomUUID().toString(), role, content, Instant.now(), state);
        messages.add(message);
        tell(message);
        return message;
    }

    /** Replaces what has its id, if that is still there. */
    synchronized void change(FakeMessage message) {
        messages.replaceAll(old -> old.id().equals(message.id()) ? message : old);
        if (messages.contains(message)) {
            tell(message);
        }
    }

    private void tell(@Nullable FakeMessage message) {
        Event event = new Event(events.size() + 1, message);
        events.add(event);
        listeners.values().forEach(listener -> listener.add(event));
    }

    /**
     * The turn of this message id; a new one if there is none yet or the last one brought nothing.
     *
     * @param begin is given a new turn to write
     */
    synchronized FakeTurn turn(String messageId, String text, Consumer<FakeTurn> begin) {
        FakeTurn known = turns.get(messageId);
        if (known != null && !known.now().state().broughtNothing()) {
            return known;
        }
        if (known == null) {
            texts.add(text);
        } else {
            messages.removeIf(message -> message.id().equals(known.reply.id()));
            tell(null);
        }
        String asked =
                known == null ? add("user", text, FakeTurn.State.COMPLETE).id() : known.asked;
        FakeTurn turn = new FakeTurn(asked, add("assistant", "", FakeTurn.State.STREAMING));
        turns.put(messageId, turn);
        begin.accept(turn);
        return turn;
    }

    synchronized List<FakeTurn> turns() {
        return List.copyOf(turns.values());
    }

    /** Hears of all that comes after the event with this number. */
    synchronized BlockingQueue<Event> listen(Object who, int after) {
        BlockingQueue<Event> queue = new LinkedBlockingQueue<>();
        if (after >= 0) {
            queue.addAll(events.subList(after, events.size()));
        }
        listeners.put(who, queue);
        return queue;
    }

    void leave(Object who) {
        listeners.remove(who);
    }
}
