package app.prosa.channel.twilio;

import app.prosa.channel.Answer;
import app.prosa.channel.Refusal.FixMe;
import app.prosa.channel.http.Limit;
import app.prosa.channel.json.Fields;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Lists messages. Twilio gives the latest first, in pages, each of which says where the next one
 * is.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Twilio, Messages, Read
 *     multiple</a>
 */
final class MessagePages {
    static final int MOST_PAGES = 20;

    private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9%=&.:+*_~-]*");

    private final TwilioWire wire;
    private final TwilioAccount account;
    private final Limit limit;

    /**
     * @param limit of each page
     */
    MessagePages(TwilioWire wire, TwilioAccount account, Limit limit) {
        this.wire = wire;
        this.account = account;
        this.limit = limit;
    }

    /**
     * @param ours the messages that are meant: a filter of Twilio's does not know all that we know
     * @param since with the second in which it lies
     */
    Answer<TwilioListing> since(
            Instant since, SequencedMap<String, String> query, Predicate<Fields> ours)
            throws InterruptedException {
        Instant first = since.truncatedTo(ChronoUnit.SECONDS);
        Map<String, TwilioMessage> found = new LinkedHashMap<>();
        String start = account.path("/Messages.json?");
        String next = start + TwilioWire.encoded(query);
        for (int page = 0; page < MOST_PAGES; page++) {
            TwilioReply reply = wire.get(next, limit);
            if (!(reply instanceof TwilioReply.Done(Fields answer))
                    || !answer.node().path("messages").isArray()) {
                return new Answer.Refused<>(TwilioReply.refusal(reply));
            }
            boolean late = gather(answer, first, ours, found);
            next = answer.text("next_page_uri").replace(">", "%3E");
            if (next.isEmpty() || !late) {
                return new Answer.Given<>(listing(found, true));
            }
            if (!next.startsWith(start)
                    || !QUERY.matcher(next.substring(start.length())).matches()) {
                return new Answer.Refused<>(
                        new FixMe(FixMe.Fault.ADDRESS, "The next page lies elsewhere"));
            }
        }
        return new Answer.Given<>(listing(found, false));
    }

    /**
     * @return whether the page had anything late enough, so that there may be more
     */
    private boolean gather(
            Fields page, Instant first, Predicate<Fields> ours, Map<String, TwilioMessage> found) {
        boolean late = false;
        for (Fields fields : page.objects("messages")) {
            var message = TwilioMessage.of(fields, account).filter(m -> !m.at().isBefore(first));
            late |= message.isPresent();
            message.filter(m -> ours.test(fields)).ifPresent(m -> found.putIfAbsent(m.sid(), m));
        }
        return late;
    }

    private static TwilioListing listing(Map<String, TwilioMessage> found, boolean whole) {
        List<TwilioMessage> oldestFirst = new ArrayList<>(found.values()).reversed();
        return new TwilioListing(
                oldestFirst.stream().sorted(Comparator.comparing(TwilioMessage::at)).toList(),
                whole);
    }
}
