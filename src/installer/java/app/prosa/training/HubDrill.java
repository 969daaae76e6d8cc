package app.prosa.training;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * A program and a visitor who talk with the hub of this process.
 *
 * @param key the operator's: a hub that has a public address wants one of everybody
 */
record HubDrill(int port, String key) {
    private static final int TURNS = 2;
    private static final int OK = 200;
    private static final int TRIES = 600;
    private static final int PAUSE_MILLIS = 100;

    void run() throws IOException, InterruptedException {
        awaitHealth();
        for (int turn = 0; turn < TURNS; turn++) {
            chat("ana" + turn % 3, "application/json");
            chat("rui", "text/event-stream");
        }
        for (String path :
                new String[] {"/", "/widget.js", "/docs", "/api/openapi.json", "/v1/models"}) {
            get(path);
        }
        get("/api/operator/conversations?q=ana");
        get("/api/conversation/rui/web");
        post("/api/session", "{}", "application/json");
        String question =
                "{\"model\":\"demo\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
        post("/v1/chat/completions", question, "application/json");
    }

    private void awaitHealth() throws InterruptedException {
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                get("/health/ready");
                return;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
        throw new IllegalStateException("no hub on port " + port);
    }

    private void chat(String user, String accept) throws IOException {
        post(
                "/api/chat",
                "{\"user_id\":\"%s\",\"channel\":\"web\",\"text\":\"Hello\"}".formatted(user),
                accept);
    }

    private void get(String path) throws IOException {
        read(open(path));
    }

    private void post(String path, String json, String accept) throws IOException {
        HttpURLConnection call = open(path);
        call.setRequestMethod("POST");
        call.setDoOutput(true);
        call.setRequestProperty("Content-Type", "application/json");
        call.setRequestProperty("Accept", accept);
        call.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
        read(call);
    }

    private HttpURLConnection open(String path) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        HttpURLConnection call = (HttpURLConnection) address.toURL().openConnection();
        call.setRequestProperty("Authorization", "Bearer " + key);
        return call;
    }

    private static void read(HttpURLConnection call) throws IOException {
        if (call.getResponseCode() != OK) {
            throw new IOException(call.getURL() + " answered " + call.getResponseCode());
        }
        try (var in = call.getInputStream()) {
            in.readAllBytes();
        }
    }
}
