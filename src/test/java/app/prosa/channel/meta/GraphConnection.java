package app.prosa.channel.meta;

import app.prosa.channel.json.Fields;
import app.prosa.channel.json.Json;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One connection of the fake: reads a request, answers it, reads the next. */
final class GraphConnection {
    private final FakeGraph server;
    private final Socket socket;

    GraphConnection(FakeGraph server, Socket socket) {
        this.server = server;
        this.socket = socket;
    }

    /** What a call is answered with. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Reply(int status, String headers, byte[] body) {

        static Reply json(ObjectNode json) {
            return new Reply(200, "Content-Type: application/json\r\n", Json.bytes(json));
        }

        byte[] bytes() {
            String head =
                    "HTTP/1.1 %d Fake\r\n%sContent-Length: %d\r\n\r\n"
                            .formatted(status, headers, body.length);
            byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
            byte[] all = new byte[start.length + body.length];
            System.arraycopy(start, 0, all, 0, start.length);
            System.arraycopy(body, 0, all, start.length, body.length);
            return all;
        }
    }

    void serve() {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream())) {
            socket.setTcpNoDelay(true);
            while (!socket.isClosed()) {
                GraphCall call = read(in);
                GraphFault fault = server.received(call);
                if (fault == null) {
                    write(answer(call));
                } else {
                    fail(call, fault, in);
                }
            }
        } catch (IOException e) {
            // The client has what it wanted, or had enough.
        }
    }

    private void fail(GraphCall call, GraphFault fault, InputStream in) throws IOException {
        switch (fault) {
            case GraphFault.Denial error -> write(denied(error));
            case GraphFault.Raw(int status, String headers, String body) ->
                    write(new Reply(status, headers, body.getBytes(StandardCharsets.UTF_8)));
            case GraphFault.Moment.BREAK_BEFORE -> reset();
            case GraphFault.Moment.BREAK_AFTER -> {
                answer(call);
                reset();
            }
            case GraphFault.Moment.SILENT_BEFORE -> awaitLeaving(in);
            case GraphFault.Moment.SILENT_AFTER -> {
                answer(call);
                awaitLeaving(in);
            }
            case GraphFault.Moment.HALF -> {
                byte[] whole = answer(call).bytes();
                socket.getOutputStream().write(whole, 0, whole.length - 3);
                awaitLeaving(in);
            }
        }
    }

    private static void awaitLeaving(InputStream in) throws IOException {
        int more = in.read();
        throw new IOException(more < 0 ? "the client left" : "the client goes on");
    }

    private void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private Reply answer(GraphCall call) {
        try {
            return server.answer(call);
        } catch (GraphRefusal refusal) {
            return denied(refusal.error());
        }
    }

    private static Reply denied(GraphFault.Denial error) {
        ObjectNode json = Json.object();
        ObjectNode inner = json.putObject("error").put("message", error.message());
        inner.put("type", "OAuthException").put("code", error.code());
        if (error.subcode() != 0) {
            inner.put("error_subcode", error.subcode());
        }
        if (!error.details().isEmpty()) {
            inner.putObject("error_data")
                    .put("messaging_product", "whatsapp")
                    .put("details", error.details());
        }
        inner.put("fbtrace_id", "AbCdEf");
        return new Reply(error.status(), error.headers(), Json.bytes(json));
    }

    private void write(Reply reply) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(reply.bytes());
        out.flush();
    }

    private static GraphCall read(InputStream in) throws IOException {
        String[] start = line(in).split(" ", -1);
        if (start.length != 3 || !start[2].equals("HTTP/1.1")) {
            throw new IOException("not a request");
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        String[] place = start[1].split("\\?", 2);
        return new GraphCall(
                GraphCall.name(place[0]),
                start[0],
                place[0],
                place.length == 2 ? query(place[1]) : Map.of(),
                headers,
                Json.read(body).map(Fields::node).orElse(MissingNode.getInstance()));
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            line.append((char) c);
        }
        return line.substring(0, Math.max(0, line.length() - 1));
    }
}
