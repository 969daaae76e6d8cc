package app.prosa.channel.telegram;

import app.prosa.channel.json.Fields;
import app.prosa.channel.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One connection of the fake: reads a request, answers it, reads the next. */
final class FakeConnection {
    private static final String JSON_TYPE = "Content-Type: application/json\r\n";

    private final FakeTelegram server;
    private final Socket socket;

    FakeConnection(FakeTelegram server, Socket socket) {
        this.server = server;
        this.socket = socket;
    }

    void serve() {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream())) {
            socket.setTcpNoDelay(true);
            while (!socket.isClosed()) {
                FakeCall call = read(in);
                FakeFault fault = server.received(call);
                if (fault == null) {
                    write(answer(call));
                } else {
                    fail(call, fault, in);
                }
            }
        } catch (IOException e) {
            // The client has what it wanted, or had enough.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(FakeCall call, FakeFault fault, InputStream in)
            throws IOException, InterruptedException {
        switch (fault) {
            case FakeFault.Denial error -> write(error(error));
            case FakeFault.Raw(int status, String headers, String body) ->
                    write(new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8)));
            case FakeFault.Moment.BREAK_BEFORE -> reset();
            case FakeFault.Moment.BREAK_AFTER -> {
                answer(call);
                reset();
            }
            case FakeFault.Moment.SILENT_BEFORE -> awaitLeaving(in);
            case FakeFault.Moment.SILENT_AFTER -> {
                answer(call);
                awaitLeaving(in);
            }
            case FakeFault.Moment.HALF -> {
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

    private Answer answer(FakeCall call) throws InterruptedException {
        try {
            byte[] file = server.check(call);
            return file == null
                    ? json(200, Json.object().put("ok", true).set("result", result(call)))
                    : new Answer(200, "Content-Type: application/octet-stream\r\n", file);
        } catch (FakeRefusal refusal) {
            return error(refusal.error());
        }
    }

    private JsonNode result(FakeCall call) throws InterruptedException {
        return server.methods().answer(call.method(), call.parameters());
    }

    private static Answer error(FakeFault.Denial error) {
        ObjectNode json =
                Json.object()
                        .put("ok", false)
                        .put("error_code", error.code())
                        .put("description", error.description());
        if (!error.parameters().isEmpty()) {
            ObjectNode parameters = json.putObject("parameters");
            error.parameters().forEach(parameters::put);
        }
        return json(error.code(), json);
    }

    private static Answer json(int status, ObjectNode json) {
        return new Answer(status, JSON_TYPE, Json.bytes(json));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Answer(int status, String headers, byte[] body) {

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

    private void write(Answer answer) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(answer.bytes());
        out.flush();
    }

    private static FakeCall read(InputStream in) throws IOException {
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
        JsonNode json = Json.read(body).map(Fields::node).orElse(MissingNode.getInstance());
        return new FakeCall(method(start[1]), start[0], start[1], headers, json);
    }

    private static String method(String path) {
        return path.startsWith("/file/") ? "file" : path.substring(path.lastIndexOf('/') + 1);
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
