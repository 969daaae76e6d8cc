package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.Author;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.Mode;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.Arrival;
import app.prosa.conversation.delivery.Correspondents.Pending;
import app.prosa.conversation.delivery.Standing;
import app.prosa.conversation.delivery.Trouble;
import app.prosa.storage.ModelTalk.Said;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Whatever one can do to a conversation and to whom it is with, to the store and on paper. */
final class ChannelPeople {
    private final ChannelModel model;
    private final Random random;
    private final Map<String, Arrival> named;
    private Database database;
    private Instant now = Instant.MIN;
    private int done;

    /**
     * @param named what came in, by its name
     */
    ChannelPeople(
            ChannelModel model, Random random, Map<String, Arrival> named, Database database) {
        this.model = model;
        this.random = random;
        this.named = named;
        this.database = database;
    }

    void use(Database with) {
        database = with;
    }

    void one(ModelTalk talk, Instant at) {
        now = at;
        done++;
        switch (random.nextInt(5)) {
            case 0, 1 -> who(talk);
            case 2 -> conversation(talk);
            case 3 -> say(talk);
            default -> media(talk);
        }
    }

    private void who(ModelTalk talk) {
        var correspondents = database.channels().correspondents();
        var said =
                switch (random.nextInt(5)) {
                    case 0 -> {
                        standing(
                                talk,
                                random.nextInt(4) > 0
                                        ? Standing.ADMITTED
                                        : pick(Standing.values()));
                        yield correspondents.setStanding(talk.id, talk.standing, now);
                    }
                    case 1 -> {
                        boolean answer = random.nextBoolean();
                        if (talk.standing == Standing.ADMITTED && answer) {
                            talk.answerHeld(now);
                        }
                        talk.held = talk.standing == Standing.ADMITTED ? 0 : talk.held;
                        yield correspondents.release(talk.id, answer, now);
                    }
                    case 2 -> {
                        talk.optedOut = !talk.optedOut && random.nextBoolean();
                        if (talk.optedOut) {
                            talk.turn = null;
                            model.end(talk, part -> true, Trouble.OPTED_OUT);
                        }
                        yield correspondents.setOptedOut(talk.id, talk.optedOut);
                    }
                    case 3 -> {
                        talk.reachable = random.nextInt(3) > 0;
                        if (!talk.reachable) {
                            model.end(talk, part -> true, Trouble.BLOCKED);
                        }
                        yield correspondents.setReachable(talk.address, talk.reachable);
                    }
                    default -> {
                        Address from = talk.address;
                        model.move(talk, "moved " + done);
                        yield correspondents.move(from, "moved " + done);
                    }
                };
        assertEquals(Optional.of(talk.who()), said);
    }

    private void standing(ModelTalk talk, Standing standing) {
        talk.standing = standing;
        if (standing == Standing.ADMITTED) {
            talk.answerHeld(now);
            return;
        }
        talk.held = standing == Standing.BARRED ? 0 : talk.held;
        talk.turn = null;
        model.end(talk, part -> true, Trouble.NOT_ADMITTED);
    }

    private void conversation(ModelTalk talk) {
        var store = database.conversations();
        switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> {
                Mode mode = random.nextInt(3) > 0 ? Mode.AUTO : pick(Mode.values());
                model.mode(talk, mode);
                store.setMode(talk.id, mode);
            }
            case 4, 5 -> {
                talk.trashed = true;
                talk.turn = null;
                store.trash(List.of(talk.id), now);
            }
            case 6 -> {
                talk.trashed = false;
                store.restore(List.of(talk.id));
            }
            default -> {
                model.erase(talk);
                named.values().removeIf(a -> a.message().userId().equals(talk.user));
                store.erase(talk.id);
            }
        }
    }

    private void say(ModelTalk talk) {
        if (random.nextBoolean()) {
            Message said =
                    database.conversations()
                            .append(talk.id, Author.OPERATOR, "by hand " + done, now)
                            .orElseThrow();
            model.byHand(talk, said);
            return;
        }
        String text = "note " + done;
        Optional<MessageId> said = database.channels().outbox().say(talk.id, text, now);
        assertEquals(talk.obstacle() == null, said.isPresent());
        said.ifPresent(id -> {
            talk.path.add(new Said(id, Author.NOTE, MessageState.COMPLETE, text));
            model.out.add(new ModelPart(talk, id, Author.NOTE, text, now));
        });
    }

    private void media(ModelTalk talk) {
        var correspondents = database.channels().correspondents();
        Pending pending = any(talk.media);
        if (random.nextBoolean() || pending == null) {
            amend(talk);
            return;
        }
        talk.media.remove(pending);
        if (random.nextBoolean()) {
            Attachment file = new Attachment("f" + done, "image/png", new byte[done % 9]);
            Message with =
                    correspondents.attach(pending.message(), pending.ordinal(), file).orElseThrow();
            assertEquals(1, with.attachments().size());
        } else {
            correspondents.forgetMedia(pending.message(), pending.ordinal());
        }
    }

    private void amend(ModelTalk talk) {
        Said said = any(talk.path.stream().filter(one -> one.author == Author.USER).toList());
        if (said != null) {
            String name =
                    named.entrySet().stream()
                            .filter(one -> one.getValue().message().text().equals(said.text))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse("");
            boolean known = !name.isEmpty();
            Optional<Message> amended =
                    database.channels()
                            .correspondents()
                            .amend(ChannelKind.TELEGRAM, name, "other text " + done);
            assertEquals(known, amended.isPresent());
            said.text = known ? "other text " + done : said.text;
        }
    }

    @SafeVarargs
    private <T> T pick(T... some) {
        return some[random.nextInt(some.length)];
    }

    /** One of them, or null when there is none. */
    private <T> @Nullable T any(List<T> some) {
        return some.isEmpty() ? null : some.get(random.nextInt(some.size()));
    }
}
