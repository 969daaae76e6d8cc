package app.prosa.server.chat;

import app.prosa.conversation.MessageId;
import app.prosa.conversation.Partial;
import app.prosa.conversation.Turn;
import app.prosa.server.sse.Event;
import app.prosa.server.sse.EventStream;
import java.util.function.Consumer;

/** One reply, told to one client as it is written. */
final class ReplyStream {
    private final EventStream out;
    private final String reply;

    /** How much of the reply the client has, in UTF-16 units. */
    private int told;

    /**
     * @param told how much of the reply the client says it has
     */
    ReplyStream(EventStream out, MessageId reply, int told) {
        this.out = out;
        this.reply = reply.toString();
        this.told = told;
    }

    /**
     * @param register lets pieces in; those that come before the client was told what was there
     *     already wait
     */
    synchronized void begin(Turn turn, byte[] accepted, Consumer<ReplyStream> register) {
        register.accept(this);
        out.send(buffer -> Event.write(buffer, "accepted", reply, accepted));
        turn.partial().map(Partial::text).ifPresent(text -> add(0, text));
    }

    synchronized void add(int offset, String text) {
        int known = told - offset;
        if (known < 0 || known >= text.length()) {
            return;
        }
        String fresh = known == 0 ? text : text.substring(known);
        int from = told;
        told += fresh.length();
        String id = reply + ":" + told;
        out.send(buffer -> {
            Event.begin(buffer, "delta", id).ascii("{\"offset\":").number(from);
            Event.end(buffer.ascii(",\"text\":").json(fresh).ascii("}"));
        });
    }

    /** After the last piece. */
    void end(String event, byte[] json) {
        out.end(buffer -> Event.write(buffer, event, reply + ":end", json));
    }
}
