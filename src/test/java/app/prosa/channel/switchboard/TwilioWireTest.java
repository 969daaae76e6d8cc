package app.prosa.channel.switchboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.channel.Opener;
import app.prosa.channel.signature.FormBody;
import app.prosa.channel.switchboard.WireScenes.Scene;
import app.prosa.channel.twilio.TwilioOpener;
import app.prosa.settings.channels.Platform;
import app.prosa.testing.http.HeardRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class TwilioWireTest extends TwilioBoardRig {
    private final Wiretap tap = Wiretap.on(new TwilioOpener());
    private final WireScenes scenes = new WireScenes("twilio", this);
    private int written;

    @Override
    List<Opener> openers() {
        return List.of(tap);
    }

    @Test
    void what_twilio_tells() {
        switchOn(Instant.now().minus(Duration.ofHours(1)));
        scenes.in(
                text -> {
                    SequencedMap<String, String> form = new LinkedHashMap<>();
                    text.lines()
                            .map(line -> line.split("=", 2))
                            .forEach(pair -> form.put(pair[0], pair[1]));
                    boolean status = form.containsKey("MessageStatus");
                    String path =
                            status ? Platform.TWILIO_STATUS_PATH : Platform.TWILIO.webhookPath();
                    assertEquals(200, post(path, form).status());
                },
                () -> tap.take().stream().map(WireTimes::without).toList());
    }

    @Test
    void what_twilio_is_sent() {
        senses.blind = true;
        switchOn(Instant.now().minus(Duration.ofHours(1)));
        scenes.out(
                List.of(
                        new Scene(
                                "A text",
                                "**Olá**, Bia! Veja [o site](https://aurora.example/a_b?c=1&d=2).",
                                () -> says("Oi")),
                        new Scene(
                                "A long answer", WireScenes.longAnswer(), () -> says("Conte tudo")),
                        new Scene("A picture that nobody sees", "", () -> sends("")),
                        new Scene("A picture with a text", "Custa R$ 10.", () -> sends("Quanto?")),
                        new Scene(
                                "A person writes",
                                "",
                                () -> {
                                    says("atendente");
                                    awaitQuiet();
                                    engine.sayByHand(
                                            conversations().getFirst().id(), "Aqui é a **Bia** <3");
                                })),
                this::write);
    }

    private void says(String text) {
        deliver(twilio.says(BIA, text));
    }

    private void sends(String text) {
        byte[] picture = "\u00ff\u00d8\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        deliver(twilio.sends(BIA, text, "image/jpeg", picture));
    }

    private void deliver(String sid) {
        Map<String, String> form = twilio.form(sid);
        assertEquals(200, post(Platform.TWILIO.webhookPath(), form).status());
    }

    private void write(Transcript to) {
        List<HeardRequest> calls = twilio.calls("send");
        for (HeardRequest call : calls.subList(written, calls.size())) {
            SequencedMap<String, String> form = new LinkedHashMap<>();
            FormBody.parse(call.body())
                    .orElseThrow()
                    .fields()
                    .forEach(field -> form.put(field.name(), field.value()));
            to.request("POST " + call.path(), form);
        }
        written = calls.size();
    }
}
