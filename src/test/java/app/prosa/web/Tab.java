package app.prosa.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/**
 * One page of the browser, and what a person does with it. Scripts that are evaluated may use
 * {@code $(selector)} and {@code $$(selector)}, which look into the widget's shadow as well.
 */
final class Tab {
    private static final String LOOK =
            """
            const shadows = () => [...document.querySelectorAll('prosa-chat')].map((e) => e.shadowRoot);
            const roots = () => [document, ...shadows()];
            const $$ = (selector) => roots().flatMap((root) => [...root.querySelectorAll(selector)]);
            const $ = (selector) => $$(selector)[0];
            const shown = (selector) => $$(selector).some((e) => e.checkVisibility());
            const text = (selector) => $$(selector).map((e) => e.innerText);
            const words = (e) => e.classList[1][0] + ' ' + e.querySelector('.body').innerText.trim();
            const messages = () => $$('.message[class*=" "]').map(words);
            """;

    private final DevTools tools;
    private final String context;
    private final String target;
    private final String session;
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final List<String> networkProblems = new CopyOnWriteArrayList<>();

    Tab(DevTools tools, String context) {
        this.tools = tools;
        this.context = context;
        JsonNode made =
                tools.call(
                        "",
                        "Target.createTarget",
                        Map.of("url", "about:blank", "browserContextId", context));
        this.target = made.path("targetId").asText();
        Map<String, ?> attach = Map.of("targetId", this.target, "flatten", true);
        this.session = tools.call("", "Target.attachToTarget", attach).path("sessionId").asText();
        tools.listen(this::event);
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", Map.of());
        }
        size(1280, 800);
        call("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
    }

    /** Another page of the same person. */
    Tab another() {
        return new Tab(tools, context);
    }

    private void event(JsonNode event) {
        if (!event.path("sessionId").asText().equals(session)) {
            return;
        }
        JsonNode parameters = event.path("params");
        switch (event.path("method").asText()) {
            case "Log.entryAdded" -> logged(parameters.path("entry"));
            case "Runtime.exceptionThrown" -> problems.add(description(parameters));
            case "Runtime.consoleAPICalled" -> {
                if (List.of("error", "warning", "assert")
                        .contains(parameters.path("type").asText())) {
                    problems.add(parameters.path("args").toString());
                }
            }
            default -> {}
        }
    }

    private static String description(JsonNode parameters) {
        JsonNode details = parameters.path("exceptionDetails");
        String description = details.at("/exception/description").asText();
        return description.isEmpty() ? details.toString() : description;
    }

    private void logged(JsonNode entry) {
        if (!entry.path("level").asText().equals("error")) {
            return;
        }
        String line = entry.path("text").asText() + " " + entry.path("url").asText();
        boolean network = entry.path("source").asText().equals("network");
        (network ? networkProblems : problems).add(line);
    }

    /** What the console said: exceptions, errors, warnings, breaches of the CSP. */
    List<String> problems() {
        return problems;
    }

    /** Requests that failed or were answered with an error; the browser notes them by itself. */
    List<String> networkProblems() {
        return networkProblems;
    }

    Tab go(URI address) {
        call("Page.navigate", Map.of("url", address.toString()));
        await("document.readyState === 'complete' && location.href !== 'about:blank'");
        return this;
    }

    void reload() {
        eval("window.beforeReload = true");
        call("Page.reload", Map.of());
        await("!window.beforeReload && document.readyState === 'complete'");
    }

    /** The value of a script's last expression, awaited if it is a promise. */
    JsonNode eval(String script) {
        String wrapped = "(() => {" + LOOK + "return (" + script + ");})()";
        JsonNode answer =
                call(
                        "Runtime.evaluate",
                        Map.of(
                                "expression",
                                wrapped,
                                "awaitPromise",
                                true,
                                "returnByValue",
                                true,
                                "userGesture",
                                true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(script + ": " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    String text(String selector) {
        return eval("$('%s').innerText".formatted(selector)).asText();
    }

    /** Waits until the script is true; a page that is left meanwhile is no failure. */
    void await(String condition) {
        String poll =
                """
                new Promise((done) => {
                  const look = () => {
                    try {
                      if (%s) return done(true);
                    } catch {} // not there yet
                    setTimeout(look, 20);
                  };
                  setTimeout(() => done(false), 5000);
                  look();
                })\
                """
                        .formatted(condition);
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(DevTools.PATIENCE_SECONDS);
        while (System.nanoTime() < limit) {
            try {
                if (eval(poll).asBoolean()) {
                    return;
                }
            } catch (IllegalStateException e) {
                if (!String.valueOf(e.getMessage()).contains("context")) {
                    throw e;
                }
            }
        }
        throw new AssertionError(
                "Never: %s%nThe page: %s%nProblems: %s %s"
                        .formatted(
                                condition,
                                eval("roots().map((r) => (r.body ?? r.firstChild)?.innerText)"),
                                problems,
                                networkProblems));
    }

    /** Gives the composer the focus, types and sends. */
    void say(String text) {
        click("textarea");
        type(text);
        press(Key.ENTER);
    }

    /** The texts of all messages, in order, each after the letter of who wrote it. */
    List<String> messages() {
        JsonNode found = eval("messages()");
        return StreamSupport.stream(found.spliterator(), false).map(JsonNode::asText).toList();
    }

    /** Waits until these are the messages, and no other. */
    void awaitMessages(String... expected) {
        String json = DevTools.JSON.valueToTree(expected).toString();
        await("JSON.stringify(messages()) === JSON.stringify(%s)".formatted(json));
    }

    void click(String selector) {
        await("shown('%s')".formatted(selector));
        JsonNode at =
                eval(
                        """
                        (() => {
                          const element = $$('%s').find((e) => e.checkVisibility());
                          element.scrollIntoView({block: 'nearest'});
                          const {x, y, width, height} = element.getBoundingClientRect();
                          return [x + width / 2, y + height / 2];
                        })()\
                        """
                                .formatted(selector));
        for (String type : List.of("mousePressed", "mouseReleased")) {
            call(
                    "Input.dispatchMouseEvent",
                    Map.of(
                            "type",
                            type,
                            "x",
                            at.path(0).asDouble(),
                            "y",
                            at.path(1).asDouble(),
                            "button",
                            "left",
                            "clickCount",
                            1));
        }
    }

    /** Turns the mouse wheel over the middle of the log; less than nothing is up. */
    void wheel(int pixels) {
        eval("window.box = $('.log').getBoundingClientRect(), 0");
        JsonNode at = eval("[box.x + box.width / 2, box.y + box.height / 2]");
        call(
                "Input.dispatchMouseEvent",
                Map.of(
                        "type",
                        "mouseWheel",
                        "x",
                        at.path(0).asDouble(),
                        "y",
                        at.path(1).asDouble(),
                        "deltaX",
                        0,
                        "deltaY",
                        pixels));
    }

    /** Into whatever has the focus. */
    void type(String text) {
        call("Input.insertText", Map.of("text", text));
    }

    void press(Key key) {
        for (String type : List.of("keyDown", "keyUp")) {
            call("Input.dispatchKeyEvent", key.event(type));
        }
    }

    /** Begins to compose with an input method, as Japanese and Chinese are typed. */
    void compose(String text) {
        call(
                "Input.imeSetComposition",
                Map.of(
                        "text",
                        text,
                        "selectionStart",
                        text.length(),
                        "selectionEnd",
                        text.length()));
    }

    Tab size(int width, int height) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        height,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        width < 600));
        return this;
    }

    /** Such as {@code prefers-color-scheme} and {@code dark}. */
    Tab prefers(String feature, String value) {
        Map<String, String> wish = Map.of("name", feature, "value", value);
        call("Emulation.setEmulatedMedia", Map.of("features", List.of(wish)));
        return this;
    }

    Tab language(String tag) {
        String agent = eval("navigator.userAgent").asText();
        Map<String, ?> wish = Map.of("userAgent", agent, "acceptLanguage", tag);
        call("Emulation.setUserAgentOverride", wish);
        return this;
    }

    void offline(boolean offline) {
        Map<String, ?> conditions =
                Map.of(
                        "offline",
                        offline,
                        "latency",
                        0,
                        "downloadThroughput",
                        -1,
                        "uploadThroughput",
                        -1);
        call("Network.emulateNetworkConditions", conditions);
    }

    /** What happens in every page of this tab before its own scripts. */
    void before(String script) {
        call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    void screenshot(Path file) throws IOException {
        JsonNode shot = call("Page.captureScreenshot", Map.of("format", "png"));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getDecoder().decode(shot.path("data").asText()));
    }

    void close() {
        tools.call("", "Target.closeTarget", Map.of("targetId", target));
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        return tools.call(session, method, parameters);
    }
}
