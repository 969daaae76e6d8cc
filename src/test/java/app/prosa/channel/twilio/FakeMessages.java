package app.prosa.channel.twilio;

import app.prosa.channel.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The messages of the account, and who may be written to. Every method locks all. */
final class FakeMessages {
    private static final int LONGEST = 1600;
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Set<String> FORM =
            Set.of("To", "From", "MessagingServiceSid", "Body", "StatusCallback");
    private static final Set<String> QUERY =
            Set.of(
                    "To",
                    "From",
                    "DateSent",
                    "DateSent>",
                    "DateSent<",
                    "PageSize",
                    "Page",
                    "PageToken");

    private final InstantSource clock;
    private final Map<String, FakeStored> all = new LinkedHashMap<>();
    private final Map<String, Instant> heardFrom = new HashMap<>();
    private final Map<String, Integer> destinies = new HashMap<>();
    private final Map<String, String> callbacks = new HashMap<>();
    private final Set<String> optedOut = new HashSet<>();

    FakeMessages(InstantSource clock) {
        this.clock = clock;
    }

    /** Somebody wrote, which opens the window for a day. */
    synchronized FakeStored receive(String from, String to, String body, int media) {
        Instant now = clock.instant();
        heardFrom.put(from, now);
        String sid = sid(media > 0 ? "MM" : "SM");
        String service = to.equals(FakeTwilio.NUMBER) ? FakeTwilio.SERVICE : null;
        FakeStored message =
                new FakeStored(
                        sid, "inbound", from, to, service, body, media, "received", now, now, null);
        all.put(sid, message);
        return message;
    }

    synchronized void optOut(String person, boolean out) {
        if (out) {
            optedOut.add(person);
        } else {
            optedOut.remove(person);
        }
    }

    /** Checks and takes a message of ours; what becomes of it is decided here and told later. */
    synchronized ObjectNode create(byte[] form) {
        FakeParameters parameters = new FakeParameters(form, FORM);
        String to = parameters.require("To", 21604);
        String from = parameters.get("From");
        String service = parameters.get("MessagingServiceSid");
        checkSender(from, service);
        checkRecipient(to);
        String body = parameters.require("Body", 21602);
        if (body.length() > LONGEST) {
            throw FakeRefused.bad(21617, "The concatenated message body exceeds the 1600 limit.");
        }
        String callback = parameters.get("StatusCallback");
        checkCallback(callback);
        if (optedOut.contains(to)) {
            throw FakeRefused.bad(21610, "Attempt to send to unsubscribed recipient");
        }
        return take(to, from, service, body, callback).json();
    }

    private FakeStored take(
            String to,
            @Nullable String from,
            @Nullable String service,
            String body,
            @Nullable String callback) {
        String sid = sid("SM");
        Instant now = clock.instant();
        FakeStored message =
                new FakeStored(
                        sid,
                        "outbound-api",
                        from,
                        to,
                        service,
                        body,
                        0,
                        service == null ? "queued" : "accepted",
                        now,
                        null,
                        null);
        Instant heard = heardFrom.get(to);
        if (heard == null || now.isAfter(heard.plus(WINDOW))) {
            destinies.put(sid, 63016);
        }
        if (callback != null) {
            callbacks.put(sid, callback);
        }
        all.put(sid, message);
        return message;
    }

    private static void checkSender(@Nullable String from, @Nullable String service) {
        if (from == null && service == null) {
            throw FakeRefused.bad(21603, "A 'From' phone number is required.");
        }
        if (from != null && !from.equals(FakeTwilio.NUMBER)) {
            throw FakeRefused.bad(
                    63007, "Twilio could not find a Channel with the specified From address");
        }
        if (service != null && !service.equals(FakeTwilio.SERVICE)) {
            throw FakeRefused.bad(21705, "The Messaging Service Sid is invalid.");
        }
    }

    private static void checkRecipient(String to) {
        if (!to.startsWith("whatsapp:")) {
            throw FakeRefused.bad(21910, "'From' and 'To' should be of the same channel");
        }
        boolean person =
                to.matches("whatsapp:(\\+[1-9][0-9]{6,14}|[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128})");
        if (!person) {
            throw FakeRefused.bad(21211, "Invalid 'To' Phone Number: " + to);
        }
        if (to.equals(FakeTwilio.NUMBER)) {
            throw FakeRefused.bad(63031, "Channels message cannot have same From and To");
        }
    }

    private static void checkCallback(@Nullable String url) {
        boolean good =
                url == null
                        || (url.startsWith("https://") && URI.create(url).getHost().contains("."));
        if (!good) {
            throw FakeRefused.bad(21609, "The 'StatusCallback' URL is not a valid URL.");
        }
    }

    /** What waits goes out, or fails. */
    synchronized void settle() {
        for (FakeStored message : outbound()) {
            if (message.sent() == null) {
                Integer error = destinies.get(message.sid());
                change(
                        message.sid(),
                        m ->
                                m.now(
                                        error == null ? "delivered" : "undelivered",
                                        clock.instant(),
                                        error));
            }
        }
    }

    synchronized void advance(String sid, String status, @Nullable Integer error) {
        change(sid, message -> message.now(status, clock.instant(), error));
    }

    private void change(String sid, UnaryOperator<FakeStored> how) {
        all.computeIfPresent(sid, (_, message) -> how.apply(message));
    }

    synchronized FakeStored get(String sid) {
        FakeStored message = all.get(sid);
        if (message == null) {
            throw FakeRefused.notFound(FakeTwilio.PATH + "/Messages/" + sid + ".json");
        }
        return message;
    }

    /** Where the sender wants to hear of a message; null for nowhere. */
    synchronized @Nullable String callback(String sid) {
        return callbacks.get(sid);
    }

    synchronized List<FakeStored> outbound() {
        return all.values().stream().filter(message -> !message.isInbound()).toList();
    }

    synchronized ObjectNode list(String target) {
        FakeParameters query = FakeParameters.query(target, QUERY);
        int size = query.number("PageSize", 50, 1000);
        int page = query.number("Page", 0, 1000);
        checkToken(query, page);
        List<FakeStored> found = found(query);
        int from = Math.min(found.size(), page * size);
        int to = Math.min(found.size(), from + size);
        ObjectNode json = Json.object();
        ArrayNode messages = json.putArray("messages");
        found.subList(from, to).forEach(message -> messages.add(message.json()));
        json.put("page", page).put("page_size", size).put("uri", target);
        json.put("next_page_uri", to < found.size() ? uri(query, size, page + 1) : null);
        return json;
    }

    private static void checkToken(FakeParameters query, int page) {
        if ((page > 0 ? "PA" + page : "").equals(query.get("PageToken", ""))) {
            return;
        }
        throw FakeRefused.bad(20001, "The page is not the one of its token");
    }

    /** The latest first, and those that wait at the very end. */
    private List<FakeStored> found(FakeParameters query) {
        Comparator<FakeStored> bySending =
                Comparator.comparing(
                        FakeStored::sent, Comparator.nullsFirst(Comparator.naturalOrder()));
        List<FakeStored> latestFirst = new ArrayList<>(all.values());
        latestFirst.sort(bySending);
        return latestFirst.reversed().stream()
                .filter(message -> isMeant(query.get("To"), message.to()))
                .filter(message -> isMeant(query.get("From"), message.from()))
                .filter(message -> isSentFrom(query.get("DateSent>"), message.sent()))
                .toList();
    }

    private static boolean isMeant(@Nullable String wanted, @Nullable String value) {
        return wanted == null || wanted.equals(value);
    }

    private static boolean isSentFrom(@Nullable String day, @Nullable Instant sent) {
        if (day == null) {
            return true;
        }
        try {
            LocalDate first = LocalDate.parse(day);
            return sent != null && !LocalDate.ofInstant(sent, ZoneOffset.UTC).isBefore(first);
        } catch (DateTimeParseException e) {
            throw FakeRefused.bad(20001, "This is no day");
        }
    }

    private static String uri(FakeParameters query, int size, int page) {
        return FakeTwilio.PATH
                + "/Messages.json?"
                + Stream.concat(
                                Stream.of("To", "From", "DateSent>")
                                        .filter(name -> query.get(name) != null)
                                        .map(name -> pair(name, query.get(name, ""))),
                                Stream.of(
                                        pair("PageSize", "" + size),
                                        pair("Page", "" + page),
                                        pair("PageToken", "PA" + page)))
                        .collect(Collectors.joining("&"));
    }

    /** As the original, it leaves the sign of a comparison as it is. */
    private static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The next name for something. */
    synchronized String sid(String kind) {
        return kind + "%032x".formatted(0x5000_0000L + all.size() + 1L);
    }
}
