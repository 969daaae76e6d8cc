package app.prosa.channel.switchboard;

import app.prosa.channel.Opener;
import app.prosa.channel.switchboard.WireScenes.Scene;
import app.prosa.channel.telegram.FakeCall;
import app.prosa.channel.telegram.FakePeople;
import app.prosa.channel.telegram.TelegramOpener;
import app.prosa.conversation.Mode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TelegramWireTest extends BoardRig {
    private static final long FAMILY = -1_001_234_567_890L;

    private final Wiretap tap = Wiretap.on(new TelegramOpener());
    private final WireScenes scenes = new WireScenes("telegram", this);
    private int written;

    @Override
    List<Opener> openers() {
        return List.of(tap);
    }

    @Test
    void what_telegram_tells() {
        switchOn(r -> r);
        scenes.in(
                update -> {
                    long id = telegram.deliver(update);
                    await(() -> telegram.confirmed() > id);
                },
                tap::take);
    }

    @Test
    void what_telegram_is_sent() {
        senses.blind = true;
        switchOn(r -> r);
        telegram.stores(
                "p", "photos/1.jpg", "\u00ff\u00d8\u00ff".getBytes(StandardCharsets.ISO_8859_1));
        scenes.out(
                List.of(
                        new Scene(
                                "A text",
                                "**Olá**, Ana! Veja [o site](https://aurora.example/a_b?c=1&d=2).",
                                () -> telegram.says(ANA, "Oi")),
                        new Scene(
                                "A long answer",
                                WireScenes.longAnswer(),
                                () -> telegram.says(ANA, "Conte tudo")),
                        new Scene("A picture that nobody sees", "", () -> photo("")),
                        new Scene(
                                "A picture with a text",
                                "Custa R$ 10.",
                                () -> photo("Quanto custa?")),
                        new Scene(
                                "In a group, in two parts",
                                "São *dez*.\n\n" + "palavra ".repeat(600),
                                this::mention),
                        new Scene(
                                "A person writes",
                                "",
                                () -> {
                                    telegram.says(ANA, "atendente");
                                    awaitQuiet();
                                    await(() -> conversation(ANA).mode() == Mode.HUMAN);
                                    engine.sayByHand(conversation(ANA).id(), "Aqui é a **Bia** <3");
                                })),
                this::write);
    }

    private void write(Transcript to) {
        List<FakeCall> calls =
                telegram.calls().stream()
                        .filter(call -> call.method().startsWith("send"))
                        .filter(call -> !call.method().equals("sendChatAction"))
                        .filter(call -> !call.method().equals("sendMessageDraft"))
                        .toList();
        calls.subList(written, calls.size())
                .forEach(call -> to.request(call.method(), call.parameters()));
        written = calls.size();
    }

    private void photo(String caption) {
        ObjectNode message = FakePeople.bare(7_000 + written, ANA, ANA, now());
        if (!caption.isEmpty()) {
            message.put("caption", caption);
        }
        message.putArray("photo").addObject().put("file_id", "p").put("width", 9).put("height", 9);
        telegram.deliver("message", message);
    }

    private void mention() {
        telegram.saysInGroup(FAMILY, ANA, "@ProsaBot que horas são?");
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }
}
