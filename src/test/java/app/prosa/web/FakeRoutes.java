package app.prosa.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which request is answered by what. */
final class FakeRoutes implements HttpHandler {
    private static final Pattern CONVERSATION =
            Pattern.compile("/api/conversation/([^/]+)/web(/events)?");
    private static final Pattern BEFORE = Pattern.compile("(?:^|&)before=([^&]+)");
    private static final Pattern LIMIT = Pattern.compile("(?:^|&)limit=(\\d+)");
    private static final int LONGEST = 4_000;

    private final FakeHub hub;

    FakeRoutes(FakeHub hub) {
        this.hub = hub;
    }

    @Override
    public void handle(HttpExchange http) throws IOException {
        FakeExchange exchange = new FakeExchange(http, hub.page(), hub.origins);
        try (http) {
            route(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (FakeExchange.Refusal e) {
            hub.complain(exchange + ": " + e.getMessage());
            exchange.error(e.status(), String.valueOf(e.getMessage()), "refused");
        }
    }

    private void route(FakeExchange http) throws IOException, InterruptedException {
        Matcher conversation = CONVERSATION.matcher(http.path());
        http.checkOrigin();
        if (http.method().equals("OPTIONS")) {
            http.preflight();
        } else if (!http.path().startsWith("/api/")) {
            FakeFiles.answer(http);
        } else if (http.is("GET", "/api/page")) {
            http.language();
            http.json(200, hub.page);
        } else if (http.is("POST", "/api/session")) {
            session(http);
        } else if (http.is("POST", "/api/chat")) {
            chat(http);
        } else if (conversation.matches() && http.method().equals("GET")) {
            conversation(http, conversation);
        } else {
            throw new FakeExchange.Refusal(404, "no such route");
        }
    }

    private void session(FakeExchange http) throws IOException {
        http.body();
        Optional<FakeVisitors.Visitor> known =
                hub.visitors.of(http.header("Authorization").orElse(null));
        FakeVisitors.Visitor visitor = known.map(hub.visitors::renew).orElseGet(hub.visitors::open);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("user_id", visitor.userId());
        json.put("token", visitor.token());
        json.put("expires_at", visitor.expiresAt().toString());
        http.json(200, json.toString());
    }

    /** Empty when the request has been answered. */
    private Optional<FakeVisitors.Visitor> visitor(FakeExchange http) throws IOException {
        Optional<FakeVisitors.Visitor> visitor =
                hub.visitors.of(http.header("Authorization").orElse(null));
        if (visitor.filter(FakeVisitors.Visitor::mayCall).isEmpty()) {
            http.error(401, "The token is not good any more", "unauthorized");
            return Optional.empty();
        }
        return visitor;
    }

    private void conversation(FakeExchange http, Matcher path)
            throws IOException, InterruptedException {
        Optional<FakeVisitors.Visitor> visitor = visitor(http);
        if (visitor.isEmpty()) {
            return;
        }
        http.language();
        String user = URLDecoder.decode(path.group(1), StandardCharsets.UTF_8);
        http.check(visitor.get().userId().equals(user), 403, "somebody else's conversation");
        if (path.group(2) == null) {
            history(http, user);
        } else {
            http.check(http.wantsStream(), 406, "no Accept: text/event-stream");
            new FakeStreams(hub).events(http, hub.talk(user));
        }
    }

    private void history(FakeExchange http, String user) throws IOException {
        Matcher before = BEFORE.matcher(http.query());
        Matcher limit = LIMIT.matcher(http.query());
        FakeTalk talk = hub.talk(user);
        List<FakeMessage> page =
                talk.page(
                        before.find() ? before.group(1) : null,
                        limit.find() ? Integer.parseInt(limit.group(1)) : 50);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode messages = json.put("user_id", user).put("channel", "web").putArray("messages");
        page.forEach(message -> messages.add(message.json()));
        http.json(200, json.put("total_messages", talk.size()).toString());
    }

    private void chat(FakeExchange http) throws IOException, InterruptedException {
        Optional<FakeVisitors.Visitor> visitor = visitor(http);
        if (visitor.isEmpty()) {
            return;
        }
        if (hub.busy.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            http.headers().set("Retry-After", "2");
            http.error(429, "Too many messages", "rate_limited");
            return;
        }
        JsonNode body = http.body();
        http.language();
        http.check(http.wantsStream(), 406, "no Accept: text/event-stream");
        http.check(body.path("user_id").asText().equals(visitor.get().userId()), 403, "user_id");
        http.check(body.path("channel").asText().equals("web"), 400, "channel");
        String text = body.path("text").asText();
        String id = body.path("message_id").asText();
        http.check(UUID.fromString(id).toString().equals(id), 400, "message_id");
        http.check(
                !text.isBlank() && text.codePointCount(0, text.length()) <= LONGEST, 400, "text");
        if (text.startsWith("refuse")) {
            http.error(400, "This message is not wanted here.", "unwanted");
            return;
        }
        FakeTurn turn =
                hub.talk(visitor.get().userId())
                        .turn(id, text, begun -> write(visitor.get(), id, text, begun));
        new FakeStreams(hub).turn(http, turn, id, text);
    }

    private void write(FakeVisitors.Visitor visitor, String id, String text, FakeTurn turn) {
        int attempt = hub.attempts.merge(id, 1, Integer::sum);
        FakeTalk talk = hub.talk(visitor.userId());
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        hub.model.write(text, attempt, turn);
                    } catch (InterruptedException e) {
                        turn.end(FakeTurn.State.INTERRUPTED);
                    }
                    FakeTurn.Now end = turn.now();
                    talk.change(turn.reply.with(end.text(), end.state()));
                });
    }
}
