package app.prosa.channel.turns;

import app.prosa.channel.Answer;
import app.prosa.channel.Channel;
import app.prosa.channel.Media;
import app.prosa.channel.Refusal;
import app.prosa.channel.http.Body;
import app.prosa.conversation.Attachment;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationEvent.MessageChanged;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.delivery.Correspondents;
import app.prosa.conversation.delivery.Correspondents.Pending;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the files that came with messages, before these are answered. What cannot be fetched is
 * named in the message all the same.
 */
public final class Fetching {
    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);

    private static final Set<String> NAMES =
            Set.of("jpg", "jpeg", "png", "gif", "webp", "pdf", "txt", "csv", "ogg", "mp3", "mp4");

    private final ConversationEngine engine;
    private final Correspondents correspondents;

    public Fetching(ConversationEngine engine, Correspondents correspondents) {
        this.engine = engine;
        this.correspondents = correspondents;
    }

    /** Waits for the platform. */
    public void fetch(ConversationId conversation, Channel channel) throws InterruptedException {
        for (Pending pending : correspondents.pendingMedia(conversation)) {
            Long size = pending.media().size();
            if (size != null && size > Attachment.MAX_BYTES) {
                correspondents.forgetMedia(pending.message(), pending.ordinal());
                continue;
            }
            switch (channel.fetch(pending.media())) {
                case Answer.Given<Body>(Body body) -> keep(pending, body);
                case Answer.Refused<Body>(Refusal refusal) -> {
                    LOG.warn("A file could not be fetched: {}", refusal.said());
                    if (!(refusal instanceof Refusal.Retry)) {
                        correspondents.forgetMedia(pending.message(), pending.ordinal());
                    }
                }
            }
        }
    }

    private void keep(Pending pending, Body body) {
        if (body.bytes().length == 0 || body.bytes().length > Attachment.MAX_BYTES) {
            correspondents.forgetMedia(pending.message(), pending.ordinal());
            return;
        }
        Attachment file = new Attachment(name(pending), type(pending), body.bytes());
        correspondents
                .attach(pending.message(), pending.ordinal(), file)
                .ifPresent(message -> engine.publish(new MessageChanged(message)));
    }

    private static String type(Pending pending) {
        String said = pending.media().mediaType();
        boolean photo = said.isEmpty() && pending.media().kind().equals(Media.Kind.IMAGE.name());
        return photo ? "image/jpeg" : said.isEmpty() ? "application/octet-stream" : said;
    }

    /** Platforms give photos no name. */
    private static String name(Pending pending) {
        String given = pending.media().name().strip();
        if (!given.isEmpty()) {
            return given;
        }
        String type = type(pending);
        String end = type.substring(type.indexOf('/') + 1);
        String kind = pending.media().kind().toLowerCase(Locale.ROOT);
        return NAMES.contains(end) ? kind + "." + end : kind;
    }
}
