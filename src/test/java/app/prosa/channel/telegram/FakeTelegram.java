package app.prosa.channel.telegram;

import app.prosa.channel.json.Fields;
import app.prosa.channel.json.Json;
import app.prosa.channel.signature.TelegramSecret;
import app.prosa.testing.http.FakePlatform;
import app.prosa.testing.http.FixedAnswer;
import app.prosa.testing.http.HeardRequest;
import app.prosa.testing.http.Ledger;
import app.prosa.testing.http.LoopbackServer;
import app.prosa.testing.http.Trouble;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Bot API server with one bot, on this computer: stricter than the original in what it takes, and
 * as unreliable as it is asked to be. Chats are known once somebody wrote in them.
 */
public final class FakeTelegram implements FakePlatform, AutoCloseable {
    public static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsawX";
    public static final TelegramBot BOT = new TelegramBot(110201543, "ProsaBot", "Prosa", false);

    private final InstantSource clock;
    private final Ledger<FakeCall> ledger = new Ledger<>();
    private final FakeUpdates updates = new FakeUpdates();
    private final FakeChats chats;
    private final FakeMethods methods;
    private volatile LoopbackServer server;

    private FakeTelegram(InstantSource clock) {
        this.clock = clock;
        this.chats = new FakeChats(clock);
        this.methods = new FakeMethods(updates, chats);
        this.server = LoopbackServer.start(this);
    }

    public static FakeTelegram start() {
        return start(InstantSource.system());
    }

    /**
     * @param clock for the dates of messages and for {@link #limit}
     */
    public static FakeTelegram start(InstantSource clock) {
        return new FakeTelegram(clock);
    }

    /** What a client is given. */
    public URI baseUrl() {
        return server.uri();
    }

    // What people do.

    /**
     * A person writes to the bot. A command at the beginning and names with an at sign are found,
     * as Telegram does.
     *
     * @param person also the id of the chat; above 0
     * @return the update's id
     */
    public long says(long person, String text) {
        return deliver(
                "message", FakePeople.message(chats.nextId(person), person, person, text, now()));
    }

    /**
     * @param group below 0
     */
    public long saysInGroup(long group, long person, String text) {
        return deliver(
                "message", FakePeople.message(chats.nextId(group), group, person, text, now()));
    }

    /** Anything else happens, such as an {@code edited_message}. */
    public long deliver(String kind, ObjectNode what) {
        if (kind.equals("message")) {
            chats.know(what.at("/chat/id").longValue());
        }
        return updates.add(Json.object().set(kind, what));
    }

    /** An update as it is, without its id. */
    public long deliver(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Fields update = Json.read(bytes).orElseThrow();
        update.object("message")
                .flatMap(message -> message.object("chat"))
                .map(chat -> chat.number("id"))
                .ifPresent(chats::know);
        return updates.add((ObjectNode) update.node());
    }

    /** The bot is told, and cannot write to the person until {@link #unblocks}. */
    public void blocks(long person) {
        chats.close(
                person, new FakeDenial(403, "Forbidden: bot was blocked by the user", Map.of()));
        deliver("my_chat_member", FakePeople.membership(person, "member", "kicked", now()));
    }

    public void unblocks(long person) {
        chats.open(person);
        deliver("my_chat_member", FakePeople.membership(person, "kicked", "member", now()));
    }

    /** A group gets a new id, at which it goes on. */
    public void upgrades(long group, long to) {
        chats.nextId(to);
        chats.close(
                group,
                new FakeDenial(
                        400,
                        "Bad Request: group chat was upgraded to a supergroup chat",
                        Map.of("migrate_to_chat_id", to)));
    }

    /** A file is there to be fetched. */
    public void stores(String reference, String path, byte[] content) {
        methods.files.put(reference, new FakeMethods.Stored(path, content));
    }

    // What goes wrong.

    /**
     * The next calls of a method end so, one after the other.
     *
     * @param method of the Bot API, or {@code file}
     */
    public void fail(String method, Trouble... next) {
        ledger.fail(method, next);
    }

    /** Until it is {@link #mend mended}, all calls end so. */
    public void failAll(Trouble every) {
        ledger.failAll(every);
    }

    /** From now on all calls end as they should. */
    public void mend() {
        ledger.mend();
    }

    /** Nobody is connected any more. */
    public void vanish() {
        server.close();
    }

    /** At the same address. */
    public void comeBack() {
        server = LoopbackServer.start(server.uri().getPort(), this);
    }

    /** No more than so many messages to one chat in so much time: 429. */
    public void limit(int messages, Duration time) {
        chats.limit(messages, time);
    }

    /** An update comes once more with the next ones, even if it was confirmed. */
    public void repeat(long updateId) {
        updates.repeat(updateId);
    }

    /** Whether updates come in the wrong order from now on. */
    public void shuffle(boolean wanted) {
        updates.setBackwards(wanted);
    }

    /**
     * Posts what waits to the webhook that is set, in order, until one is not taken.
     *
     * @param hub where the webhook's public address leads to on this computer
     * @return the status of each answer
     */
    public List<Integer> push(URI hub) throws IOException, InterruptedException {
        FakeWebhook webhook = Objects.requireNonNull(updates.webhook(), "no webhook");
        List<Integer> statuses = new java.util.ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (ObjectNode update : updates.waitingUpdates()) {
                int status =
                        client.send(post(hub, webhook, update), BodyHandlers.discarding())
                                .statusCode();
                statuses.add(status);
                if (status / 100 != 2) {
                    break;
                }
                updates.forget(update.path("update_id").longValue());
            }
        }
        return statuses;
    }

    /** An update as it is posted, for whoever posts it in another way. */
    public byte[] update(long id) {
        return Json.bytes(updates.update(id));
    }

    private static HttpRequest post(URI hub, FakeWebhook webhook, ObjectNode update) {
        return HttpRequest.newBuilder(hub)
                .header("Content-Type", "application/json")
                .header(TelegramSecret.HEADER, webhook.secret())
                .POST(BodyPublishers.ofByteArray(Json.bytes(update)))
                .build();
    }

    // What the bot did.

    /** All requests, in their order. */
    public List<FakeCall> calls() {
        return ledger.all();
    }

    public List<FakeCall> calls(String method) {
        return ledger.of(method);
    }

    /** The next call of a method that was not awaited yet; waits for it. */
    public FakeCall awaitCall(String method) throws InterruptedException {
        return ledger.await(method);
    }

    /** The messages that were taken, whether the bot was told so or not. */
    public List<FakeSent> sent() {
        return chats.sent();
    }

    /** What people see of answers that are not finished, by chat. */
    public Map<Long, String> drafts() {
        return chats.drafts();
    }

    /** The updates that wait to be fetched or confirmed. */
    public List<Long> waiting() {
        return updates.waiting();
    }

    /** The highest offset that the bot confirmed with; 0 before it did. */
    public long confirmed() {
        return updates.confirmed();
    }

    public @Nullable FakeWebhook webhook() {
        return updates.webhook();
    }

    // What connections need.

    @Override
    public @Nullable Trouble hear(HeardRequest request) {
        FakeCall call = FakeCall.of(request);
        return ledger.note(call.method(), call);
    }

    @Override
    public FixedAnswer answer(HeardRequest request) throws InterruptedException {
        FakeCall call = FakeCall.of(request);
        try {
            byte[] file = check(call);
            return file == null
                    ? FixedAnswer.json(
                            200, Json.object().put("ok", true).set("result", result(call)))
                    : new FixedAnswer(200, "Content-Type: application/octet-stream\r\n", file);
        } catch (FakeRefusal refusal) {
            return refusal.error().answer();
        }
    }

    private JsonNode result(FakeCall call) throws InterruptedException {
        return methods.answer(call.method(), call.parameters());
    }

    /**
     * Checks what all calls have in common.
     *
     * @return the content, if it is a file that is fetched
     */
    private byte @Nullable [] check(FakeCall call) {
        boolean file = call.method().equals("file");
        String start = (file ? "/file/bot" : "/bot") + TOKEN + "/";
        if (!call.path().startsWith(start)) {
            boolean shaped = call.path().matches("(/file)?/bot[0-9]+:[A-Za-z0-9_-]{35}/.+");
            throw shaped ? new FakeRefusal(401, "Unauthorized") : new FakeRefusal(404, "Not Found");
        }
        if (file) {
            return content(call, call.path().substring(start.length()));
        }
        String type = call.headers().getOrDefault("content-type", "");
        if (!call.httpMethod().equals("POST") || !type.equals("application/json")) {
            throw FakeRefusal.bad("neither POST nor JSON");
        }
        return null;
    }

    private byte[] content(FakeCall call, String path) {
        if (!call.httpMethod().equals("GET")) {
            throw FakeRefusal.bad("files are fetched");
        }
        String plain = URI.create("/" + path).getPath().substring(1);
        return methods.files.values().stream()
                .filter(file -> file.path().equals(plain))
                .findFirst()
                .orElseThrow(() -> new FakeRefusal(404, "Not Found"))
                .content();
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    @Override
    public void close() {
        updates.close();
        server.close();
    }
}
