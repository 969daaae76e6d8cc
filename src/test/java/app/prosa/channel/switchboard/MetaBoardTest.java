package app.prosa.channel.switchboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Webhook;
import app.prosa.channel.meta.FakeMessaging;
import app.prosa.channel.meta.GraphFault;
import app.prosa.channel.meta.GraphSent;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Message;
import app.prosa.conversation.Mode;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.settings.channels.ChannelSecrets;
import app.prosa.settings.channels.ChannelState;
import app.prosa.settings.channels.Platform;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetaBoardTest extends MetaBoardRig {
    @Test
    void whatsapp_is_answered_and_the_ticks_come_back() {
        model.answers("**Olá**, Bia");
        graph.whatsApp().says(BIA, "Oi");
        post(Platform.WHATSAPP, graph.whatsApp().webhooks());
        await(() -> graph.whatsApp().sent().size() == 1);
        GraphSent sent = graph.whatsApp().sent().getFirst();
        assertEquals("*Olá*, Bia", sent.text());
        Message reply = history(ChannelKind.WHATSAPP).getLast();
        await(() -> state(reply) == DeliveryState.SENT);
        graph.whatsApp().status(sent, "read");
        graph.whatsApp().status(sent, "delivered");
        post(Platform.WHATSAPP, graph.whatsApp().webhooks());
        await(() -> state(reply) == DeliveryState.READ);
    }

    @Test
    void instagram_and_messenger_are_answered() {
        graph.instagram().says("9001", "Oi do Instagram");
        post(Platform.INSTAGRAM, graph.instagram().webhooks());
        graph.messenger().says("9002", "Oi do Messenger");
        post(Platform.MESSENGER, graph.messenger().webhooks());
        await(() -> graph.instagram().sent().size() == 1);
        await(() -> graph.messenger().sent().size() == 1);
        assertEquals("ok", graph.instagram().sent().getFirst().text());
        assertEquals("ok", graph.messenger().sent().getFirst().text());
    }

    @Test
    void who_writes_again_has_a_name_which_was_asked_for_once() {
        for (Platform platform : List.of(Platform.INSTAGRAM, Platform.MESSENGER)) {
            FakeMessaging people =
                    platform == Platform.INSTAGRAM ? graph.instagram() : graph.messenger();
            ChannelKind kind =
                    platform == Platform.INSTAGRAM ? ChannelKind.INSTAGRAM : ChannelKind.FACEBOOK;
            int before = asked();
            people.says("9001", "Oi");
            post(platform, people.webhooks());
            await(() -> asked() == before + 1);
            await(() -> {
                people.says("9001", "De novo");
                post(platform, people.webhooks());
                return name(kind).equals("Ana Souza");
            });
            assertEquals(before + 1, asked());
        }
    }

    @Test
    void a_token_that_may_not_ask_for_names_changes_nothing() {
        graph.fail("object", GraphFault.error(403, 200, 0, "Requires permission"));
        graph.messenger().says("9002", "Oi");
        post(Platform.MESSENGER, graph.messenger().webhooks());
        await(() -> graph.messenger().sent().size() == 1);
        await(() -> asked() == 1);
        graph.messenger().says("9002", "De novo");
        post(Platform.MESSENGER, graph.messenger().webhooks());
        await(() -> graph.messenger().sent().size() == 2);
        assertEquals("", name(ChannelKind.FACEBOOK));
        assertEquals(1, asked());
    }

    private int asked() {
        return (int)
                graph.calls("object").stream()
                        .filter(call -> call.path().matches(".*/900[0-9]"))
                        .count();
    }

    private String name(ChannelKind kind) {
        return database.channels()
                .correspondents()
                .find(conversation(kind).id())
                .orElseThrow()
                .name();
    }

    @Test
    void our_own_echo_changes_nothing_and_a_persons_takes_over() {
        graph.messenger().says("9002", "Oi");
        post(Platform.MESSENGER, graph.messenger().webhooks());
        await(() -> graph.messenger().sent().size() == 1);
        graph.messenger().echoes(graph.messenger().sent().getFirst());
        post(Platform.MESSENGER, graph.messenger().webhooks());
        assertEquals(2, history(ChannelKind.FACEBOOK).size());
        assertEquals(Mode.AUTO, conversation(ChannelKind.FACEBOOK).mode());
        String person = graph.whatsApp().writesInApp(BIA, "Aqui é a dona");
        assertTrue(!person.isEmpty());
        graph.whatsApp().says(BIA, "Oi");
        post(Platform.WHATSAPP, graph.whatsApp().webhooks());
        await(() -> graph.whatsApp().sent().size() == 1);
        graph.whatsApp().writesInApp(BIA, "Deixa comigo");
        post(Platform.WHATSAPP, graph.whatsApp().webhooks());
        await(() -> conversation(ChannelKind.WHATSAPP).mode() == Mode.HUMAN);
        assertEquals("Deixa comigo", history(ChannelKind.WHATSAPP).getLast().text());
        assertEquals(1, graph.whatsApp().sent().size());
    }

    @Test
    void what_is_not_signed_by_meta_is_refused_and_counted() {
        graph.whatsApp().says(BIA, "Oi");
        byte[] body = graph.whatsApp().webhooks().takeAll();
        assertEquals(403, call(Platform.WHATSAPP, body, "sha256=00").status());
        body[body.length / 2] ^= 1;
        String forged = graph.whatsApp().webhooks().signature(new byte[0]);
        assertEquals(403, call(Platform.WHATSAPP, body, forged).status());
        assertEquals(2, board.facts(Platform.WHATSAPP).badSignatures());
        assertEquals(Optional.empty(), engine.conversations().find(ChannelKind.WHATSAPP, BIA));
    }

    @Test
    void meta_is_shown_whose_webhook_it_is() {
        assertEquals("1158201444", verify("subscribe", VERIFY).body());
        assertEquals(403, verify("subscribe", "another").status());
        assertEquals(403, verify("unsubscribe", VERIFY).status());
    }

    @Test
    void without_its_secrets_there_is_no_webhook() {
        secrets.remove(ChannelSecrets.appSecret(Platform.WHATSAPP));
        board.secretsChanged(Platform.WHATSAPP);
        awaitState(Platform.WHATSAPP, ChannelState.Incomplete.class);
        assertEquals(Optional.empty(), board.webhook(Platform.WHATSAPP.webhookPath()));
    }

    private Webhook.Response verify(String mode, String token) {
        String query =
                "hub.mode=" + mode + "&hub.verify_token=" + token + "&hub.challenge=1158201444";
        return board.webhook(Platform.WHATSAPP.webhookPath())
                .orElseThrow()
                .handle(new Webhook.Request("GET", query, Map.of(), new byte[0]));
    }
}
