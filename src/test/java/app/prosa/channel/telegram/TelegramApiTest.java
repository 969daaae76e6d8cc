package app.prosa.channel.telegram;

import static app.prosa.channel.telegram.TelegramRig.ANA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Answer;
import app.prosa.channel.Refusal;
import app.prosa.channel.SendResult;
import app.prosa.channel.telegram.TelegramMessage.Format;
import app.prosa.channel.text.Part;
import app.prosa.channel.text.Rendering;
import app.prosa.channel.text.Style;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelegramApiTest {
    private final TelegramRig rig = new TelegramRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void the_bot_says_who_it_is() throws Exception {
        assertEquals(new Answer.Given<>(FakeTelegram.BOT), rig.api.getMe());
    }

    @Test
    void a_message_arrives_as_it_is_meant() throws Exception {
        rig.server.says(ANA, "Oi");
        assertEquals(new SendResult.Sent(ANA + ":2"), rig.send("<b>Olá</b> &amp; até"));
        FakeSent sent = rig.server.sent().getFirst();
        assertEquals("Olá & até", sent.visible());
        assertTrue(sent.html());
        assertNull(sent.replyTo());
    }

    @Test
    void plain_text_is_not_parsed() throws Exception {
        rig.server.says(ANA, "Oi");
        assertInstanceOf(SendResult.Sent.class, rig.api.sendMessage(TelegramRig.plain("1 < 2 😀")));
        assertEquals("1 < 2 😀", rig.server.sent().getFirst().visible());
    }

    @Test
    void a_reply_names_the_message_and_survives_its_loss() throws Exception {
        rig.server.saysInGroup(-100500, ANA, "@ProsaBot oi");
        assertInstanceOf(SendResult.Sent.class, reply("-100500:1"));
        assertEquals(1, rig.server.sent().getLast().replyTo());
        for (String gone : List.of("-100500:99", "7:1", "junk", "-100500:x")) {
            assertInstanceOf(SendResult.Sent.class, reply(gone));
            assertNull(rig.server.sent().getLast().replyTo());
        }
    }

    private SendResult reply(String to) throws InterruptedException {
        return rig.api.sendMessage(new TelegramMessage("-100500", "Oi", Format.HTML, to));
    }

    @Test
    void every_part_of_a_long_answer_is_taken() throws Exception {
        rig.server.says(ANA, "Conte tudo");
        String markdown =
                "**Bem** <então>: `a < b` 😀 [x](https://example.com/?a=1&b=2)\n\n".repeat(400);
        List<Part> parts = Rendering.of(markdown, Style.TELEGRAM);
        for (Part part : parts) {
            assertInstanceOf(SendResult.Sent.class, rig.send(part.markup()));
        }
        assertEquals(parts.size(), rig.server.sent().size());
    }

    @Test
    void what_is_no_chat_is_refused_without_a_call() throws Exception {
        SendResult result =
                rig.api.sendMessage(new TelegramMessage("@ana", "Oi", Format.PLAIN, null));
        Refusal nobody = new Refusal.Stop(Refusal.Stop.Reason.BAD_ADDRESS, "");
        assertEquals(new SendResult.Refused(nobody), result);
        assertEquals(Optional.of(nobody), rig.api.sendTyping(""));
        assertEquals(Optional.of(nobody), rig.api.sendMessageDraft("x", 1, "", Format.PLAIN));
        assertTrue(rig.server.calls().isEmpty());
    }

    @Test
    void a_draft_is_seen_until_the_message_comes() throws Exception {
        rig.server.says(ANA, "Oi");
        assertEquals(Optional.empty(), rig.api.sendTyping("42"));
        assertEquals(Optional.empty(), rig.api.sendMessageDraft("42", 7, "", Format.PLAIN));
        assertEquals(Optional.empty(), rig.api.sendMessageDraft("42", 7, "<i>Ol</i>", Format.HTML));
        assertEquals(Map.of(ANA, "Ol"), rig.server.drafts());
        rig.send("Olá");
        assertEquals(Map.of(), rig.server.drafts());
    }

    @Test
    void a_webhook_is_set_told_and_deleted() throws Exception {
        assertEquals(
                new Answer.Given<>(new WebhookInfo("", 0, null, "")), rig.api.getWebhookInfo());
        URI url = URI.create("https://chat.example.com:8443/api/telegram/webhook");
        assertEquals(Optional.empty(), rig.api.setWebhook(url, "s3cret", 4));
        assertEquals(new FakeWebhook(url.toString(), "s3cret", 4), rig.server.webhook());
        rig.server.says(ANA, "Oi");
        assertEquals(
                new Answer.Given<>(new WebhookInfo(url.toString(), 1, null, "")),
                rig.api.getWebhookInfo());
        assertEquals(Optional.empty(), rig.api.deleteWebhook());
        assertNull(rig.server.webhook());
        assertEquals(1, rig.server.waiting().size());
    }

    @Test
    void an_address_that_telegram_cannot_use_is_for_the_operator() throws Exception {
        URI url = URI.create("http://192.168.0.2/api/telegram/webhook");
        Refusal refusal = rig.api.setWebhook(url, "s3cret", 4).orElseThrow();
        assertEquals(
                Refusal.FixMe.Fault.PUBLIC_URL,
                assertInstanceOf(Refusal.FixMe.class, refusal).fault());
    }

    @Test
    void a_pressed_button_is_answered() throws Exception {
        assertEquals(Optional.empty(), rig.api.answerCallbackQuery("4382bfdwdsb323b2d9"));
    }

    @Test
    void the_base_may_have_a_path_and_must_be_an_address() {
        for (String base :
                List.of(
                        "ftp://x",
                        "api.telegram.org",
                        "https://me:pw@api.telegram.org",
                        "https://api.telegram.org?x=1",
                        "https://api.telegram.org#x")) {
            URI uri = URI.create(base);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> TelegramRig.api(uri, FakeTelegram.TOKEN, TelegramRig.QUICK).close());
        }
        TelegramRig.api(
                        URI.create("http://[::1]:8081/bots/"),
                        FakeTelegram.TOKEN,
                        TelegramRig.QUICK)
                .close();
    }
}
