package app.prosa.channel.twilio;

import app.prosa.channel.Answer;
import app.prosa.channel.Inbound;
import app.prosa.channel.Media;
import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.Stop;
import app.prosa.channel.SendResult;
import app.prosa.channel.http.Body;
import app.prosa.channel.http.Limit;
import app.prosa.channel.http.PlatformHttp;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The Messaging API of one account. Each call waits for its answer, for as long as {@link
 * TimeLimits} says, and throws nothing but {@link InterruptedException}; what goes wrong is in what
 * it returns, where no token is. May be used by many threads.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api">Twilio, Messaging API</a>
 */
public final class TwilioApi implements AutoCloseable {
    /** Twilio's own server; each of its regions has one. */
    public static final URI SERVER = URI.create("https://api.twilio.com");

    /** The most that a file may have, in bytes; WhatsApp's messages through Twilio have no more. */
    public static final int MAX_FILE_BYTES = 16 << 20;

    /** A thousand of the longest messages are smaller. */
    private static final int MOST_JSON = 16 << 20;

    private final TwilioAccount account;
    private final TwilioWire wire;
    private final TimeLimits limits;
    private final Results results;
    private final MessageLists lists;

    /**
     * @param base where the API is, without {@code /2010-04-01}
     * @throws IllegalArgumentException when that is no address of a web server
     */
    public TwilioApi(URI base, TwilioAccount account, TimeLimits limits) {
        this.account = account;
        this.wire = new TwilioWire(base, account, new PlatformHttp(limits.connect()));
        this.limits = limits;
        this.results = new Results(account);
        this.lists = new MessageLists(wire, account, limit());
    }

    /** Whether the credentials are good, and whose they are. */
    public Answer<TwilioProfile> profile() throws InterruptedException {
        return results.profile(get(account.path(".json")));
    }

    /**
     * Gives a text to Twilio, which only queues it: whether it arrives is told later, by callbacks
     * and by {@link #message}. That it is too late to write is told later, too.
     *
     * @throws InterruptedException after the request was given up; the message may have arrived
     */
    public SendResult send(TwilioText text) throws InterruptedException {
        if (!Addresses.isWhatsApp(text.to())) {
            return new SendResult.Refused(new Stop(Stop.Reason.BAD_ADDRESS, ""));
        }
        SequencedMap<String, String> form = new LinkedHashMap<>();
        form.put("To", text.to());
        switch (account.sender()) {
            case TwilioSender.Phone(String address) -> form.put("From", address);
            case TwilioSender.Service(String sid) -> form.put("MessagingServiceSid", sid);
        }
        form.put("Body", text.body());
        if (text.statusCallback() != null) {
            form.put("StatusCallback", text.statusCallback().toString());
        }
        return results.sent(wire.post(account.path("/Messages.json"), form, limit()));
    }

    /**
     * How one message fares. One that is not there is refused with {@link Stop.Reason#REJECTED}.
     */
    public Answer<TwilioMessage> message(String sid) throws InterruptedException {
        return Sids.isMessage(sid)
                ? results.message(get(account.path("/Messages/" + sid + ".json")))
                : refused(new Stop(Stop.Reason.REJECTED, ""));
    }

    /**
     * What people wrote to our sender, whether its webhook arrived or not. A message that is known
     * already has a known SID; of the others {@link #inbound} makes what a webhook would have.
     *
     * @param since with the second in which it lies
     */
    public Answer<TwilioListing> received(Instant since) throws InterruptedException {
        return lists.received(since);
    }

    /**
     * What we wrote to somebody, to find out whether a message arrived at Twilio whose answer did
     * not arrive here. It is there as soon as it is queued.
     *
     * @param to as it was written to
     * @param since with the second in which it lies
     */
    public Answer<TwilioListing> sent(String to, Instant since) throws InterruptedException {
        return lists.sent(to, since);
    }

    /**
     * What somebody wrote, as {@link TwilioWebhook} would have told it, as far as Twilio still
     * knows: of a place, a card or a button nothing is left but that there was a message.
     *
     * @throws IllegalArgumentException when the message is ours
     */
    public Answer<Inbound> inbound(TwilioMessage message) throws InterruptedException {
        if (!message.inbound()) {
            throw new IllegalArgumentException("Nobody wrote this to us");
        }
        return message.hasMedia()
                ? results.media(
                                get(account.path("/Messages/" + message.sid() + "/Media.json")),
                                message.sid())
                        .then(media -> new Answer.Given<>(inbound(message, media)))
                : new Answer.Given<>(inbound(message, List.of()));
    }

    private static Inbound inbound(TwilioMessage message, List<Media> media) {
        boolean empty = message.body().isEmpty() && media.isEmpty();
        return People.sorted(
                new Inbound.Message(
                        message.sid(),
                        People.chat(message.from()),
                        People.sender(message.from(), "", ""),
                        message.body(),
                        empty ? List.of(new Media.Other("")) : media,
                        null,
                        message.at(),
                        true));
    }

    /**
     * Fetches a file of at most {@link #MAX_FILE_BYTES}, by what {@code Media.File} calls its
     * reference. The API says where it lies; we go there only if that is at Twilio, and without our
     * credentials. A file may be there a little later than its message.
     */
    public Answer<Body> download(String reference) throws InterruptedException {
        Optional<MediaReference> file = MediaReference.of(reference);
        return file.isEmpty()
                ? refused(new Stop(Stop.Reason.REJECTED, ""))
                : new MediaFetch(wire, account, limits).fetch(file.get());
    }

    private static <T> Answer<T> refused(Refusal refusal) {
        return new Answer.Refused<>(refusal);
    }

    private TwilioReply get(String path) throws InterruptedException {
        return wire.get(path, limit());
    }

    private Limit limit() {
        return new Limit(limits.answer(), MOST_JSON);
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        wire.close();
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "TwilioApi[" + account.sid() + "]";
    }
}
