package app.prosa.channel.telegram;

import app.prosa.channel.Answer;
import app.prosa.channel.Channel;
import app.prosa.channel.Outgoing;
import app.prosa.channel.Refusal;
import app.prosa.channel.Route;
import app.prosa.channel.SendResult;
import app.prosa.channel.http.Body;
import app.prosa.channel.telegram.TelegramMessage.Format;
import app.prosa.channel.text.Part;
import app.prosa.channel.text.Rendering;
import app.prosa.channel.text.Style;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.delivery.MediaRef;
import app.prosa.settings.channels.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A bot in use.
 *
 * @see <a href="https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this">
 *     Bots FAQ, limits</a>
 */
final class TelegramChannel implements Channel {
    private final TelegramApi api;
    private final Threads threads;
    private final Route route;

    TelegramChannel(TelegramApi api, TelegramBot bot, Threads threads) {
        this.api = api;
        this.threads = threads;
        this.route =
                new Route(
                        Platform.TELEGRAM,
                        ChannelKind.TELEGRAM,
                        "telegram:" + bot.id(),
                        "@" + bot.username(),
                        Style.TELEGRAM,
                        30,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(3),
                        null,
                        null);
    }

    @Override
    public Route route() {
        return route;
    }

    @Override
    public SendResult send(Outgoing message) throws InterruptedException {
        Format format = message.formatted() ? Format.HTML : Format.PLAIN;
        return api.sendMessage(
                new TelegramMessage(
                        message.chatId(), message.text(), format, threads.replyTo(message)));
    }

    @Override
    public Optional<Refusal> showWriting(String chatId) throws InterruptedException {
        threads.begin(chatId);
        return api.sendTyping(chatId);
    }

    @Override
    public Optional<Refusal> ask() throws InterruptedException {
        return api.getMe().whyNot();
    }

    @Override
    public boolean hasDrafts(boolean group) {
        return !group;
    }

    /** What does not fit is shown from where a message would begin anew. */
    @Override
    public Optional<Refusal> showDraft(String chatId, long draft, String markdown)
            throws InterruptedException {
        List<Part> parts = Rendering.of(markdown, Style.TELEGRAM);
        return parts.isEmpty()
                ? Optional.empty()
                : api.sendMessageDraft(chatId, draft, parts.getLast().markup(), Format.HTML);
    }

    @Override
    public Answer<Body> fetch(MediaRef media) throws InterruptedException {
        return switch (api.getFile(media.reference())) {
            case Answer.Given<TelegramFile>(TelegramFile file) -> api.download(file);
            case Answer.Refused<TelegramFile>(var refusal) -> new Answer.Refused<>(refusal);
        };
    }

    @Override
    public void close() {
        api.close();
    }
}
