package app.prosa.channel.twilio;

import app.prosa.channel.Answer;
import app.prosa.channel.http.Limit;
import app.prosa.channel.json.Fields;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Which messages are meant, to Twilio and to us. */
final class MessageLists {
    private final MessagePages pages;
    private final TwilioSender ours;

    MessageLists(TwilioWire wire, TwilioAccount account, Limit limit) {
        this.pages = new MessagePages(wire, account, limit);
        this.ours = account.sender();
    }

    Answer<TwilioListing> received(Instant since) throws InterruptedException {
        SequencedMap<String, String> query = new LinkedHashMap<>();
        if (ours instanceof TwilioSender.Phone(String address)) {
            query.put("To", address);
        }
        // By the day, in GMT; what came earlier on that day is left out here.
        query.put("DateSent>", LocalDate.ofInstant(since, ZoneOffset.UTC).toString());
        query.put("PageSize", "200");
        return pages.since(since, query, this::isReceived);
    }

    private boolean isReceived(Fields message) {
        return message.text("direction").equals("inbound")
                && Addresses.isWhatsApp(message.text("from"))
                && isOurs(message, message.text("to"));
    }

    Answer<TwilioListing> sent(String to, Instant since) throws InterruptedException {
        SequencedMap<String, String> query = new LinkedHashMap<>();
        query.put("To", to);
        // Not by the day: a message that still waits was sent on none. And in large pages, because
        // nobody says where among the others it stands.
        query.put("PageSize", "1000");
        return pages.since(since, query, message -> isSent(message, to));
    }

    private boolean isSent(Fields message, String to) {
        return message.text("direction").startsWith("outbound")
                && message.text("to").equals(to)
                && isOurs(message, message.text("from"));
    }

    private boolean isOurs(Fields message, String ourEnd) {
        return switch (ours) {
            case TwilioSender.Phone(String address) -> ourEnd.equals(address);
            case TwilioSender.Service(String sid) ->
                    message.text("messaging_service_sid").equals(sid);
        };
    }
}
