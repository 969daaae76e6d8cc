package app.prosa.channel.outbound;

import app.prosa.channel.Answer;
import app.prosa.channel.Channel;
import app.prosa.channel.Outgoing;
import app.prosa.channel.Refusal;
import app.prosa.channel.Route;
import app.prosa.channel.SendResult;
import app.prosa.channel.http.Body;
import app.prosa.channel.text.Style;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.delivery.MediaRef;
import app.prosa.settings.channels.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Takes every message, once it is let. */
final class StandInChannel implements Channel {
    static final Route ROUTE =
            new Route(
                    Platform.TELEGRAM,
                    ChannelKind.TELEGRAM,
                    "telegram:1",
                    "@bot",
                    Style.TELEGRAM,
                    30,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(3),
                    null,
                    null);

    final List<Outgoing> sent = new CopyOnWriteArrayList<>();
    final CountDownLatch sending = new CountDownLatch(1);
    final CountDownLatch mayAnswer = new CountDownLatch(1);

    @Override
    public Route route() {
        return ROUTE;
    }

    @Override
    public SendResult send(Outgoing message) throws InterruptedException {
        sent.add(message);
        sending.countDown();
        mayAnswer.await();
        return new SendResult.Sent("there:" + sent.size());
    }

    @Override
    public Optional<Refusal> showWriting(String chatId) {
        return Optional.empty();
    }

    @Override
    public Answer<Body> fetch(MediaRef media) {
        return new Answer.Refused<>(new Refusal.Stop(Refusal.Stop.Reason.REJECTED, ""));
    }

    @Override
    public void close() {}
}
