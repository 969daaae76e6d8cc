package app.prosa.channel.inbound;

import app.prosa.channel.Inbound;
import app.prosa.channel.Route;
import app.prosa.channel.media.Luggage;
import app.prosa.channel.media.Marks;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.InvalidMessageException;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.Arrival;
import app.prosa.conversation.delivery.MediaRef;
import app.prosa.conversation.delivery.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What platforms' messages are to the engine. */
final class Letters {
    private Letters() {}

    /** A message that can be stored. */
    record Letter(
            InboundMessage message,
            Address address,
            String name,
            String handle,
            Instant sentAt,
            List<MediaRef> media) {

        Arrival arrival(Standing newcomer, Arrival.Wish wish) {
            return new Arrival(message, address, name, handle, sentAt, media, newcomer, wish);
        }
    }

    /**
     * @return empty for what has nothing to be stored, or ids that no platform gives
     */
    static Optional<Letter> of(Route route, Inbound.Message message, Marks marks) {
        boolean group = message.chat().group();
        String text = shortened(text(message, marks));
        String userId = group ? message.chat().id() : message.sender().id();
        try {
            InboundMessage inbound =
                    new InboundMessage(
                            route.kind(),
                            userId,
                            text,
                            externalId(route, message.externalId()),
                            List.of());
            return Optional.of(
                    new Letter(
                            inbound,
                            new Address(route.account(), message.chat().id(), group),
                            group ? message.chat().title() : message.sender().name(),
                            group ? "" : message.sender().handle(),
                            message.sentAt(),
                            files(route, message)));
        } catch (InvalidMessageException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A press of a button says what the button says. */
    static Inbound.Message of(Inbound.Pressed pressed, Instant now) {
        return new Inbound.Message(
                "press:" + pressed.externalId(),
                pressed.chat(),
                pressed.sender(),
                pressed.label().isEmpty() ? pressed.data() : pressed.label(),
                List.of(),
                pressed.on(),
                now,
                true);
    }

    /** Unique among all accounts: two bots may give the same name. */
    static String externalId(Route route, String platformId) {
        return route.account() + "/" + platformId;
    }

    /** In a group, who said it stands before it. */
    static String text(Inbound.Message message, Marks marks) {
        String said =
                Stream.concat(
                                Stream.of(message.text()).filter(t -> !t.isBlank()),
                                message.media().stream().map(marks::of))
                        .collect(Collectors.joining("\n"));
        boolean named = message.chat().group() && !said.isBlank();
        return named ? message.sender().name() + ": " + said : said;
    }

    /** What has to be fetched, or told apart from what can be taken in. */
    private static List<MediaRef> files(Route route, Inbound.Message message) {
        return message.media().stream()
                .flatMap(media ->
                        Luggage.of(externalId(route, message.externalId()), media).stream())
                .toList();
    }

    private static String shortened(String text) {
        int most = InboundMessage.MAX_CHANNEL_TEXT;
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
