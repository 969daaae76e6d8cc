package app.prosa.server.chat;

import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.Receipt;
import app.prosa.conversation.Turn;
import app.prosa.server.access.Access;
import app.prosa.server.http.ApiErrors;
import app.prosa.server.http.Exchange;
import app.prosa.server.http.Json;
import app.prosa.server.http.Refusal;
import app.prosa.server.http.Route;
import app.prosa.server.http.Route.Audience;
import app.prosa.server.sse.Event;
import app.prosa.server.sse.EventStream;
import app.prosa.server.sse.Streams;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/chat}: a message in, its answer out, whole or as it is written. */
public final class ChatRoutes {
    private static final int MOST_BYTES = 64 * 1024;

    private final ConversationEngine engine;
    private final Access access;
    private final InFlight inFlight;
    private final Streams streams;
    private final Replies replies;

    ChatRoutes(
            ConversationEngine engine,
            Access access,
            InFlight inFlight,
            Streams streams,
            Replies replies) {
        this.engine = engine;
        this.access = access;
        this.inFlight = inFlight;
        this.streams = streams;
        this.replies = replies;
    }

    List<Route> routes() {
        return List.of(Route.post("/api/chat", Audience.TALKERS, MOST_BYTES, this::chat));
    }

    private void chat(Exchange exchange) {
        ChatCall call = ChatCall.read(exchange.jsonBody());
        InboundMessage message = call.message();
        Channels.checkOwner(exchange, message.channel(), message.userId());
        access.countMessage(exchange, message.channel().key(), message.userId());
        inFlight.enter(exchange);
        // However long it takes: whoever waits for an answer sends nothing.
        exchange.request().addIdleTimeoutListener(timeout -> false);
        boolean events = wantsEvents(exchange);
        engine.converse(message, receipt -> received(exchange, call, receipt, events));
    }

    private void received(Exchange exchange, ChatCall call, Receipt receipt, boolean events) {
        Turn turn = receipt.turn();
        if (turn == null) {
            silence(exchange, call, receipt, events);
        } else if (events) {
            stream(exchange, call, receipt, turn);
        } else {
            var _ =
                    turn.done()
                            .whenComplete(
                                    (reply, failure) -> answer(exchange, call, reply, failure));
        }
    }

    /** On the thread that ended the turn, so it must not wait and must not throw. */
    private static void answer(
            Exchange exchange,
            ChatCall call,
            @Nullable Message reply,
            @Nullable Throwable failure) {
        try {
            exchange.json(200, ChatAnswer.of(call, ended(reply, failure)));
        } catch (RuntimeException e) {
            // The future would swallow it, and the caller wait for ever. Gate is out of reach here.
            ApiErrors.answer(exchange, e);
        }
    }

    /** The message is stored, and the answer to it is none of the model's business. */
    private void silence(Exchange exchange, ChatCall call, Receipt receipt, boolean events) {
        byte[] done = ChatAnswer.ofSilence(call, receipt);
        if (!events) {
            exchange.json(200, done);
            return;
        }
        byte[] accepted = accepted(call, receipt);
        String asked = receipt.message().id().toString();
        EventStream out = streams.open(exchange, () -> {});
        out.send(buffer -> Event.write(buffer, "accepted", asked, accepted));
        out.send(buffer -> Event.write(buffer, "done", asked + ":end", done));
        out.end();
    }

    private void stream(Exchange exchange, ChatCall call, Receipt receipt, Turn turn) {
        MessageId reply = turn.replyId();
        byte[] accepted = accepted(call, receipt);
        Listener listener = new Listener(exchange, call, reply);
        EventStream out = streams.open(exchange, listener::gone);
        ReplyStream stream = new ReplyStream(out, reply, told(exchange, reply));
        listener.stream = stream;
        stream.begin(turn, accepted, s -> replies.add(reply, s));
        var _ = turn.done().whenComplete(listener::done);
    }

    /** Waits for the end of the turn and of the stream. */
    private final class Listener {
        private final Exchange exchange;
        private final ChatCall call;
        private final MessageId reply;
        private @Nullable ReplyStream stream;

        Listener(Exchange exchange, ChatCall call, MessageId reply) {
            this.exchange = exchange;
            this.call = call;
            this.reply = reply;
        }

        void gone() {
            if (stream != null) {
                replies.remove(reply, stream);
            }
        }

        void done(@Nullable Message written, @Nullable Throwable failure) {
            if (stream == null) {
                return;
            }
            try {
                stream.end("done", ChatAnswer.of(call, ended(written, failure)));
            } catch (RuntimeException e) {
                // As above; the answer has begun, so it is told as an event.
                Refusal refusal = ApiErrors.refusal(e);
                stream.end("error", ApiErrors.body(exchange, refusal));
            }
        }
    }

    private static byte[] accepted(ChatCall call, Receipt receipt) {
        String asked = receipt.message().id().toString();
        Turn turn = receipt.turn();
        return Json.bytes(out -> {
            out.writeStartObject();
            out.writeStringField("user_id", call.message().userId());
            out.writeStringField("channel", call.message().channel().key());
            out.writeStringField("conversation_id", receipt.conversation().id().toString());
            out.writeStringField("message_id", call.messageId() == null ? asked : call.messageId());
            out.writeStringField("user_message_id", asked);
            out.writeStringField("reply_id", turn == null ? null : turn.replyId().toString());
            out.writeEndObject();
        });
    }

    private static Message ended(@Nullable Message reply, @Nullable Throwable failure) {
        if (reply != null) {
            return reply;
        }
        Throwable cause = failure instanceof CompletionException e ? e.getCause() : failure;
        throw cause instanceof RuntimeException e
                ? e
                : new IllegalStateException("A turn ended without a reply", cause);
    }

    private static boolean wantsEvents(Exchange exchange) {
        String accept = exchange.header(HttpHeader.ACCEPT);
        return accept != null && accept.contains("text/event-stream");
    }

    /** How much a client has that lost its stream and comes back with the last id that it saw. */
    private static int told(Exchange exchange, MessageId reply) {
        String last = exchange.lastEventId();
        String begin = reply + ":";
        if (last == null || !last.startsWith(begin)) {
            return 0;
        }
        try {
            return Math.max(0, Integer.parseInt(last.substring(begin.length())));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
