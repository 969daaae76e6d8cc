package app.prosa.channel.twilio;

import app.prosa.channel.Media;
import app.prosa.channel.Refusal;
import app.prosa.channel.Sender;
import app.prosa.channel.signature.FormBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a webhook's request. One that is missing is as good as empty. */
final class MessageForm {
    /** Twilio's own limit. */
    private static final int MOST_MEDIA = 10;

    private final FormBody form;
    private final TwilioAccount account;

    MessageForm(FormBody form, TwilioAccount account) {
        this.form = form;
        this.account = account;
    }

    /** Empty when there is none. */
    String sid() {
        return Stream.of("MessageSid", "SmsMessageSid", "SmsSid")
                .map(this::field)
                .filter(Sids::isMessage)
                .findFirst()
                .orElse("");
    }

    boolean isOfAccount() {
        return isMissingOr("AccountSid", account.sid());
    }

    boolean isToUs() {
        return switch (account.sender()) {
            case TwilioSender.Phone(String address) -> field("To").equals(address);
            case TwilioSender.Service(String sid) -> isMissingOr("MessagingServiceSid", sid);
        };
    }

    String from() {
        return field("From");
    }

    Sender sender() {
        return People.sender(from(), field("ProfileName"), field("WaId"));
    }

    /** The message that this one answers, or whose button was pressed; or null. */
    @Nullable String repliedTo() {
        String sid = field("OriginalRepliedMessageSid");
        return Sids.isMessage(sid) ? sid : null;
    }

    /** What was put into the button or the row of a list, or else what is written on it. */
    String pressed() {
        return firstOf("ButtonPayload", "ListId", "ButtonText", "ListTitle");
    }

    String text() {
        return firstOf("Body", "ButtonText", "ListTitle");
    }

    /** A smile or a heart at a message. */
    boolean isReaction() {
        return field("MessageType").equals("reaction");
    }

    /** What Twilio itself made of the text, where it was asked to (Advanced Opt-Out). */
    String optOut() {
        return field("OptOutType");
    }

    /** Never nothing when there is no text either. */
    List<Media> media() {
        List<Media> media = new ArrayList<>();
        for (int i = 0; i < MOST_MEDIA; i++) {
            file(i).ifPresent(media::add);
        }
        place().ifPresent(media::add);
        if (media.isEmpty() && text().isEmpty()) {
            media.add(new Media.Other(field("MessageType")));
        }
        return media;
    }

    private Optional<Media> file(int i) {
        String url = field("MediaUrl" + i);
        String mediaType = field("MediaContentType" + i);
        return url.isEmpty()
                ? Optional.empty()
                : MediaReference.ofUrl(url, account)
                        .<Media>map(reference -> MediaKinds.file(reference, mediaType))
                        .or(() -> Optional.of(new Media.Other(mediaType)));
    }

    private Optional<Media> place() {
        Optional<Double> latitude = degrees("Latitude", 90);
        Optional<Double> longitude = degrees("Longitude", 180);
        String label = field("Label");
        String address = field("Address");
        String name =
                label.isEmpty() || address.isEmpty() ? label + address : label + ", " + address;
        return latitude.flatMap(
                north -> longitude.map(east -> new Media.Location(north, east, name)));
    }

    private Optional<Double> degrees(String name, double most) {
        try {
            return Optional.of(Double.valueOf(field(name))).filter(d -> Math.abs(d) <= most);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    String status() {
        return firstOf("MessageStatus", "SmsStatus");
    }

    /** Why a message failed; or null when that is not said. */
    @Nullable Refusal refusal() {
        String said = firstOf("ErrorMessage", "ChannelStatusMessage");
        return Deliveries.refusal(code(), account.redact(said));
    }

    private @Nullable Long code() {
        try {
            return Long.valueOf(field("ErrorCode"));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private boolean isMissingOr(String name, String value) {
        String there = field(name);
        return there.isEmpty() || there.equals(value);
    }

    private String firstOf(String... names) {
        return Stream.of(names)
                .map(this::field)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String field(String name) {
        return form.first(name).orElse("");
    }
}
