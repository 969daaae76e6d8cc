package app.prosa.desktop;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.ConversationStore.Place;
import app.prosa.conversation.Mode;
import java.lang.reflect.Proxy;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The part of a store that the list needs; everything about messages is refused. */
public final class ConversationsInMemory {
    private final Map<ConversationId, Conversation> rows = new ConcurrentHashMap<>();

    public static Conversation conversation(String title, Instant at) {
        ConversationId id = ConversationId.next();
        return new Conversation(
                id,
                ChannelKind.DESKTOP,
                id.toString(),
                title,
                false,
                false,
                Mode.AUTO,
                ConversationOptions.DEFAULT,
                at,
                at,
                2,
                "About " + title,
                0,
                null);
    }

    public static Conversation with(
            Conversation c, String title, boolean pinned, int unread, @Nullable Instant trashed) {
        return new Conversation(
                c.id(),
                c.channel(),
                c.userId(),
                title,
                c.titledByHand(),
                pinned,
                c.mode(),
                c.options(),
                c.createdAt(),
                c.updatedAt(),
                c.size(),
                c.preview(),
                unread,
                trashed);
    }

    public void add(Conversation conversation) {
        rows.put(conversation.id(), conversation);
    }

    /** The one with this title. */
    public Conversation find(String title) {
        return rows.values().stream().filter(c -> c.title().equals(title)).findAny().orElseThrow();
    }

    /** Erases it, and tells nobody. */
    public void remove(String title) {
        rows.remove(find(title).id());
    }

    /** As a store. */
    public ConversationStore store() {
        return (ConversationStore)
                Proxy.newProxyInstance(
                        ConversationStore.class.getClassLoader(),
                        new Class<?>[] {ConversationStore.class},
                        (proxy, method, args) ->
                                switch (method.getName()) {
                                    case "page" ->
                                            page(
                                                    (ConversationStore.Query) args[0],
                                                    (Place) args[1],
                                                    (int) args[2]);
                                    case "places" ->
                                            page(
                                                            (ConversationStore.Query) args[0],
                                                            (Place) args[1],
                                                            (int) args[2])
                                                    .stream()
                                                    .map(Place::of)
                                                    .toList();
                                    case "counts" -> new ConversationStore.Counts(0, 0, 0);
                                    case "find" -> Optional.ofNullable(rows.get(args[0]));
                                    case "rename" ->
                                            change(
                                                    args[0],
                                                    c ->
                                                            with(
                                                                    c,
                                                                    (String) args[1],
                                                                    c.pinned(),
                                                                    c.unread(),
                                                                    null));
                                    case "pin" ->
                                            change(
                                                    args[0],
                                                    c ->
                                                            with(
                                                                    c,
                                                                    c.title(),
                                                                    (boolean) args[1],
                                                                    c.unread(),
                                                                    null));
                                    case "trash" -> trash((Collection<?>) args[0], Instant.now());
                                    case "restore" -> restore((Collection<?>) args[0]);
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }

    private List<Conversation> page(
            ConversationStore.Query query, @Nullable Place after, int limit) {
        return rows.values().stream()
                .filter(c -> (c.trashedAt() != null) == query.trashed())
                .filter(c -> folded(c.title()).contains(folded(query.titleContains())))
                .sorted(Comparator.comparing(Place::of))
                .filter(c -> after == null || Place.of(c).compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    private @Nullable Object trash(Collection<?> ids, Instant now) {
        ids.forEach(id -> change(id, c -> with(c, c.title(), c.pinned(), c.unread(), now)));
        return null;
    }

    private List<Conversation> restore(Collection<?> ids) {
        return ids.stream()
                .flatMap(id ->
                        change(id, c -> with(c, c.title(), c.pinned(), c.unread(), null)).stream())
                .toList();
    }

    private Optional<Conversation> change(Object id, UnaryOperator<Conversation> change) {
        return Optional.ofNullable(
                rows.computeIfPresent((ConversationId) id, (i, c) -> change.apply(c)));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
