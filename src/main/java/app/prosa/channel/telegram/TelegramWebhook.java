package app.prosa.channel.telegram;

import app.prosa.channel.Intake;
import app.prosa.channel.Webhook;
import app.prosa.channel.signature.TelegramSecret;
import java.util.Optional;

/**
 * What Telegram posts updates to.
 *
 * @see <a href="https://core.telegram.org/bots/api#setwebhook">Bot API, setWebhook</a>
 */
record TelegramWebhook(TelegramSecret secret, TelegramUpdates updates, Intake intake)
        implements Webhook {

    @Override
    public Response handle(Request request) {
        if (!secret.verify(request.header(TelegramSecret.HEADER))) {
            intake.forged();
            return Response.FORBIDDEN;
        }
        Optional<TelegramUpdate> update = TelegramUpdate.parse(request.body());
        update.flatMap(updates::read).ifPresent(intake::take);
        return Response.OK_JSON;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "TelegramWebhook";
    }
}
