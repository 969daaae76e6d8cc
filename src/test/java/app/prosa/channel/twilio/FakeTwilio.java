package app.prosa.channel.twilio;

import app.prosa.channel.json.Json;
import app.prosa.channel.signature.TwilioSignature;
import app.prosa.testing.http.FakePlatform;
import app.prosa.testing.http.FixedAnswer;
import app.prosa.testing.http.HeardRequest;
import app.prosa.testing.http.Ledger;
import app.prosa.testing.http.LoopbackServer;
import app.prosa.testing.http.Trouble;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's API with one account and one number of WhatsApp's, on this computer: stricter than the
 * original in what it takes, and as unreliable as it is asked to be. It takes what comes too late,
 * and says so later, as the original does; and it sends whoever wants a file elsewhere.
 *
 * <p>Calls are known as {@code account}, {@code send}, {@code list}, {@code message}, {@code
 * media-list}, {@code media} and {@code cdn}.
 */
public final class FakeTwilio implements FakePlatform, AutoCloseable {
    public static final String SID = "AC" + "0123456789abcdef".repeat(2);
    public static final String TOKEN = "f0e1d2c3b4a5968778695a4b3c2d1e0f";
    public static final String NUMBER = "whatsapp:+14155238886";
    public static final String SERVICE = "MG" + "fedcba9876543210".repeat(2);

    static final String PATH = "/2010-04-01/Accounts/" + SID;

    private static final Pattern MESSAGE = Pattern.compile(PATH + "/Messages/(\\w+)\\.json");
    private static final Pattern MEDIA_LIST =
            Pattern.compile(PATH + "/Messages/(\\w+)/Media\\.json");
    private static final Pattern MEDIA = Pattern.compile(PATH + "/Messages/(\\w+)/Media/(\\w+)");
    private static final Pattern CDN = Pattern.compile("/cdn/(\\w+)");

    private final Ledger<HeardRequest> ledger = new Ledger<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final FakeMessages messages;
    private final FakeFiles files = new FakeFiles();
    private final LoopbackServer server;
    private volatile String accountStatus = "active";
    private volatile @Nullable String mediaPlace;

    private FakeTwilio(InstantSource clock) {
        this.messages = new FakeMessages(clock);
        this.server = LoopbackServer.start(this);
    }

    public static FakeTwilio start() {
        return start(InstantSource.system());
    }

    /**
     * @param clock for the dates of messages and for the day in which an answer is welcome
     */
    public static FakeTwilio start(InstantSource clock) {
        return new FakeTwilio(clock);
    }

    /** What a client is given. */
    public URI baseUrl() {
        return server.uri();
    }

    /** Who may ask, and writes from the number. */
    public static TwilioAccount account() {
        return new TwilioAccount(SID, TOKEN, new TwilioSender.Phone(NUMBER));
    }

    // What people do.

    /**
     * A person writes to the number, which makes an answer welcome for a day.
     *
     * @return the SID of the message
     */
    public String says(String person, String text) {
        return messages.receive(person, NUMBER, text, 0).sid();
    }

    /** A person sends a file, with a text or without. */
    public String sends(String person, String text, String mediaType, byte[] content) {
        String sid = messages.receive(person, NUMBER, text, 1).sid();
        files.keep(sid, mediaType, content);
        return sid;
    }

    /** A person writes to something else of the account, such as the number of another shop. */
    public String saysTo(String other, String person, String text) {
        return messages.receive(person, other, text, 0).sid();
    }

    /** How a person is called; Ana before that. */
    public void calls(String person, String name) {
        names.put(person, name);
    }

    public void optsOut(String person) {
        messages.optOut(person, true);
    }

    public void optsIn(String person) {
        messages.optOut(person, false);
    }

    // What Twilio does.

    /** What waits goes out: it is delivered, or it was too late for it. */
    public void settle() {
        messages.settle();
    }

    /** A message of ours comes as far as that; it may go backwards. */
    public void advance(String sid, String status, @Nullable Integer error) {
        messages.advance(sid, status, error);
    }

    /** For want of money, for example: {@code suspended}. */
    public void setAccountStatus(String status) {
        accountStatus = status;
    }

    /** What the webhook of a message says. */
    public SequencedMap<String, String> form(String sid) {
        FakeStored message = messages.get(sid);
        String name = names.getOrDefault(String.valueOf(message.from()), "Ana");
        return FakeForms.message(message, name, files.of(sid));
    }

    /**
     * Tells of a message, once more each time that it is called.
     *
     * @return the status of the answer
     */
    public int deliver(String sid, FakeHook hook) throws IOException, InterruptedException {
        return post(form(sid), hook);
    }

    /**
     * Tells that a message of ours came as far as that, true or not.
     *
     * @return the status of the answer
     */
    public int report(String sid, String status, @Nullable Integer error, FakeHook hook)
            throws IOException, InterruptedException {
        return post(FakeForms.status(messages.get(sid), status, error), hook);
    }

    /** What the webhook of a status says. */
    public Map<String, String> statusForm(String sid, String status, @Nullable Integer error) {
        return FakeForms.status(messages.get(sid), status, error);
    }

    /** How Twilio signs a form for an address. */
    public static String signature(String url, Map<String, String> form) {
        return FakeForms.signature(url, form);
    }

    /** A form as it is posted. */
    public static byte[] encoded(Map<String, String> form) {
        return FakeForms.encoded(form).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    /** Signs and posts anything. */
    public int post(Map<String, String> form, FakeHook hook)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(hook.hub())
                        .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                        .header(TwilioSignature.HEADER, FakeForms.signature(hook.url(), form))
                        .POST(BodyPublishers.ofString(FakeForms.encoded(form)))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    // What goes wrong.

    /** The next calls of a kind end so, one after the other. */
    public void fail(String kind, Trouble... next) {
        ledger.fail(kind, next);
    }

    /** Until it is {@link #mend mended}, all calls end so. */
    public void failAll(Trouble every) {
        ledger.failAll(every);
    }

    /** From now on all calls end as they should. */
    public void mend() {
        ledger.mend();
    }

    /** An error in Twilio's words. */
    public static Trouble error(int status, int code, String message) {
        return new Trouble.Instead(new FakeRefused(status, code, message).answer());
    }

    public static Trouble slowDown(long seconds) {
        FixedAnswer answer = new FakeRefused(429, 20429, "Too Many Requests").answer();
        String headers = answer.headers() + "Retry-After: " + seconds + "\r\n";
        return new Trouble.Instead(new FixedAnswer(429, headers, answer.body()));
    }

    /** Files lie there from now on, whatever it is; null for where they should. */
    public void setMediaPlace(@Nullable String url) {
        mediaPlace = url;
    }

    // What we did.

    /** All requests, in their order. */
    public List<HeardRequest> calls() {
        return ledger.all();
    }

    public List<HeardRequest> calls(String kind) {
        return ledger.of(kind);
    }

    /** The next call of a kind that was not awaited yet; waits for it. */
    public HeardRequest awaitCall(String kind) throws InterruptedException {
        return ledger.await(kind);
    }

    /** The messages that were taken, whether we were told so or not. */
    public List<FakeStored> sent() {
        return messages.outbound();
    }

    /** Where we want to hear of a message; null for nowhere. */
    public @Nullable String callback(String sid) {
        return messages.callback(sid);
    }

    // What connections need.

    @Override
    public @Nullable Trouble hear(HeardRequest request) {
        return ledger.note(kind(request), request);
    }

    private static String kind(HeardRequest request) {
        String path = request.path();
        if (path.endsWith("/Messages.json")) {
            return request.method().equals("POST") ? "send" : "list";
        }
        if (path.endsWith("/Media.json")) {
            return "media-list";
        }
        if (path.contains("/Media/")) {
            return "media";
        }
        if (path.startsWith("/cdn/")) {
            return "cdn";
        }
        return path.contains("/Messages/") ? "message" : "account";
    }

    @Override
    public FixedAnswer answer(HeardRequest request) {
        String kind = kind(request);
        try {
            if (!kind.equals("cdn")) {
                check(request);
            }
            return switch (kind) {
                case "account" -> FixedAnswer.json(200, describe(request));
                case "send" -> FixedAnswer.json(201, create(request));
                case "list" -> FixedAnswer.json(200, messages.list(request.target()));
                case "message" ->
                        FixedAnswer.json(200, messages.get(part(request, MESSAGE)).json());
                case "media-list" -> FixedAnswer.json(200, files.list(part(request, MEDIA_LIST)));
                case "media" -> redirect(request);
                default -> content(request);
            };
        } catch (FakeRefused refused) {
            return kind.equals("media") ? refused.inXml() : refused.answer();
        }
    }

    private static void check(HeardRequest request) {
        byte[] both = (SID + ":" + TOKEN).getBytes(StandardCharsets.US_ASCII);
        String wanted = "Basic " + Base64.getEncoder().encodeToString(both);
        if (!request.header("authorization").equals(wanted)) {
            throw new FakeRefused(401, 20003, "Authenticate");
        }
        boolean ours =
                request.path().startsWith(PATH + "/") || request.path().equals(PATH + ".json");
        if (!ours) {
            throw FakeRefused.notFound(request.path());
        }
        boolean sending = kind(request).equals("send");
        if (!request.method().equals(sending ? "POST" : "GET")) {
            throw new FakeRefused(405, 20004, "Method not allowed");
        }
    }

    private static String part(HeardRequest request, Pattern shape) {
        Matcher parts = shape.matcher(request.target());
        if (!parts.matches()) {
            throw FakeRefused.notFound(request.target());
        }
        return parts.group(parts.groupCount());
    }

    private ObjectNode describe(HeardRequest request) {
        if (!request.target().equals(PATH + ".json")) {
            throw FakeRefused.notFound(request.target());
        }
        return Json.object()
                .put("auth_token", TOKEN)
                .put("friendly_name", "Padaria Sol")
                .put("owner_account_sid", SID)
                .put("sid", SID)
                .put("status", accountStatus)
                .put("type", "Full");
    }

    private ObjectNode create(HeardRequest request) {
        if (!accountStatus.equals("active")) {
            throw new FakeRefused(403, 20005, "Account not active");
        }
        if (!request.header("content-type").equals("application/x-www-form-urlencoded")) {
            throw new FakeRefused(415, 20415, "This is no form");
        }
        return messages.create(request.body());
    }

    private FixedAnswer redirect(HeardRequest request) {
        FakeFiles.File file = files.get(part(request, MEDIA));
        if (file == null || !FakeFiles.path(file).equals(request.target())) {
            throw FakeRefused.notFound(request.target());
        }
        String place = mediaPlace;
        String location =
                place == null ? baseUrl() + "/cdn/" + file.sid() + "?Signature=a~b" : place;
        return FixedAnswer.text(307, "Location: " + location + "\r\n", "");
    }

    /** The address is the key; with another key beside it, it is not taken. */
    private FixedAnswer content(HeardRequest request) {
        Matcher parts = CDN.matcher(request.path());
        FakeFiles.File file = parts.matches() ? files.get(parts.group(1)) : null;
        if (file == null || !request.target().endsWith("?Signature=a~b")) {
            return FixedAnswer.text(403, "", "AccessDenied");
        }
        return request.header("authorization").isEmpty()
                ? new FixedAnswer(200, "Content-Type: " + file.mediaType() + "\r\n", file.content())
                : FixedAnswer.text(400, "", "Only one auth mechanism allowed");
    }

    @Override
    public void close() {
        server.close();
    }
}
