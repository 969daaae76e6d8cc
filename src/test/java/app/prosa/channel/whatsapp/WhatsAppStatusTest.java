package app.prosa.channel.whatsapp;

import static app.prosa.channel.whatsapp.WhatsAppRig.ANA;
import static app.prosa.channel.whatsapp.WhatsAppRig.BIA;
import static app.prosa.channel.whatsapp.WhatsAppRig.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.prosa.channel.Chat;
import app.prosa.channel.Inbound;
import app.prosa.channel.Inbound.Echo.By;
import app.prosa.channel.Inbound.Status;
import app.prosa.channel.Inbound.Status.Delivery;
import app.prosa.channel.Refusal;
import app.prosa.channel.SendResult;
import app.prosa.channel.meta.FakeWhatsApp;
import app.prosa.channel.meta.GraphSent;
import app.prosa.channel.meta.WebhookEvents;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppStatusTest {
    private static final Instant NOON = Instant.ofEpochSecond(1_800_000_000);

    private static Optional<Inbound> status(String fields) {
        String json =
                "{\"statuses\":[{\"id\":\"wamid.1\",\"timestamp\":\"1800000000\",\"recipient_id\":\"1\","
                        + fields
                        + "}]}";
        return read("messages", json).inbound().stream().findFirst();
    }

    @ParameterizedTest
    @CsvSource({"sent, SENT", "delivered, DELIVERED", "read, READ", "failed, FAILED"})
    void a_message_comes_on_its_way(String said, Delivery delivery) {
        assertEquals(
                Optional.of(new Status("wamid.1", delivery, NOON, null)),
                status("\"status\":\"" + said + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"played", "deleted", "warning", "SENT", "", "beamed"})
    void other_news_of_it_is_passed_over_and_counted(String said) {
        String json =
                "{\"statuses\":[{\"id\":\"w\",\"timestamp\":\"1\",\"status\":\"" + said + "\"}]}";
        assertEquals(new WebhookEvents(List.of(), 0, 1), read("messages", json));
    }

    @Test
    void a_failure_says_why() {
        String errors =
                """
                "status":"failed","errors":[{"code":131047,"title":"Re-engagement message",
                "message":"Re-engagement message","error_data":{"details":"More than 24 hours"}},{"code":1}]
                """;
        assertEquals(
                Optional.of(
                        new Status(
                                "wamid.1",
                                Delivery.FAILED,
                                NOON,
                                new Refusal.Stop(
                                        Refusal.Stop.Reason.WINDOW_CLOSED,
                                        "Re-engagement message - More than 24 hours"))),
                status(errors));
        String delivered = "\"status\":\"delivered\",\"errors\":[{\"code\":131047}]";
        assertNull(assertInstanceOf(Status.class, status(delivered).orElseThrow()).refusal());
    }

    @Test
    void what_was_sent_to_know_a_message_by_comes_back() {
        String known = "\"status\":\"sent\",\"biz_opaque_callback_data\":\"outbox-7\"";
        Status status = assertInstanceOf(Status.class, status(known).orElseThrow());
        assertEquals("outbox-7", status.reference());
    }

    @Test
    void statuses_come_in_any_order_and_more_than_once() throws Exception {
        try (WhatsAppRig rig = new WhatsAppRig()) {
            FakeWhatsApp whatsApp = rig.server.whatsApp();
            whatsApp.says(ANA, "Oi");
            whatsApp.webhooks().takeAll();
            rig.api.send(new WhatsAppMessage(ANA, "Olá", false, null, "outbox-7"));
            GraphSent sent = whatsApp.sent().getFirst();
            for (String status : List.of("sent", "delivered", "read")) {
                whatsApp.status(sent, status);
            }
            whatsApp.webhooks().repeat();
            whatsApp.webhooks().turnRound();
            List<Status> statuses =
                    WhatsAppRig.WEBHOOK.read(whatsApp.webhooks().takeAll()).inbound().stream()
                            .map(Status.class::cast)
                            .toList();
            assertEquals(
                    List.of(Delivery.READ, Delivery.READ, Delivery.DELIVERED, Delivery.SENT),
                    statuses.stream().map(Status::delivery).toList());
            assertEquals(
                    List.of(sent.id() + " outbox-7"),
                    statuses.stream()
                            .map(status -> status.platformId() + " " + status.reference())
                            .distinct()
                            .toList());
        }
    }

    @Test
    void a_message_that_was_taken_may_fail_later() throws Exception {
        try (WhatsAppRig rig = new WhatsAppRig()) {
            FakeWhatsApp whatsApp = rig.server.whatsApp();
            whatsApp.setRefusesLater(true);
            assertInstanceOf(SendResult.Sent.class, rig.send("Olá"));
            Status status =
                    assertInstanceOf(
                            Status.class,
                            WhatsAppRig.WEBHOOK
                                    .read(whatsApp.webhooks().takeAll())
                                    .inbound()
                                    .getFirst());
            assertEquals(Delivery.FAILED, status.delivery());
            assertEquals(
                    Refusal.Stop.Reason.WINDOW_CLOSED,
                    assertInstanceOf(Refusal.Stop.class, status.refusal()).reason());
        }
    }

    private static List<Inbound> echo(String fields) {
        String json =
                """
                {"contacts":[{"wa_id":"5511955550101","user_id":"BR.1349120865530274"}],
                "message_echoes":[{"from":"15550783881","id":"wamid.1","timestamp":"1800000000",%s}]}
                """
                        .formatted(fields);
        return read("smb_message_echoes", json).inbound();
    }

    @Test
    void what_a_person_writes_for_us_in_the_app_is_an_echo() {
        String text = "\"to\":\"" + ANA + "\",\"type\":\"text\",\"text\":{\"body\":\"Já vou\"}";
        assertEquals(
                List.of(
                        new Inbound.Echo(
                                "wamid.1",
                                new Chat(ANA, false, ""),
                                "Já vou",
                                NOON,
                                By.SOMEBODY_ELSE,
                                null)),
                echo(text));
        String image =
                "\"to\":\""
                        + ANA
                        + "\",\"type\":\"image\",\"image\":{\"id\":\"1\",\"caption\":\"O café\"}";
        Inbound.Echo echo = assertInstanceOf(Inbound.Echo.class, echo(image).getFirst());
        assertEquals("O café", echo.text());
    }

    @Test
    void an_echo_is_of_the_chat_whose_person_is_meant() {
        for (String to : List.of("\"to_user_id\":\"" + BIA + "\"", "\"to\":\"+5511955550101\"")) {
            List<Inbound> said = echo(to + ",\"type\":\"text\",\"text\":{\"body\":\"Oi\"}");
            assertEquals(
                    BIA, assertInstanceOf(Inbound.Echo.class, said.getFirst()).chat().id(), to);
        }
    }

    @Test
    void what_is_changed_in_the_app_is_passed_over_but_not_what_is_taken_back() {
        String to = "\"to\":\"" + ANA + "\",";
        String revoke = "\"type\":\"revoke\",\"revoke\":{\"original_message_id\":\"wamid.0\"}";
        assertEquals(
                List.of(new Inbound.Withdrawn("wamid.0", new Chat(ANA, false, ""))),
                echo(to + revoke));
        for (String other : List.of("edit", "reaction", "revoke", "")) {
            assertEquals(List.of(), echo(to + "\"type\":\"" + other + "\""));
        }
        assertEquals(List.of(), echo("\"type\":\"text\",\"text\":{\"body\":\"To nobody\"}"));
    }

    @Test
    void the_stand_in_tells_of_the_app_as_whatsapp_does() throws Exception {
        try (WhatsAppRig rig = new WhatsAppRig()) {
            FakeWhatsApp whatsApp = rig.server.whatsApp();
            String id = whatsApp.writesInApp(BIA, "Já vou");
            Inbound.Echo echo =
                    assertInstanceOf(
                            Inbound.Echo.class,
                            WhatsAppRig.WEBHOOK
                                    .read(whatsApp.webhooks().takeAll())
                                    .inbound()
                                    .getFirst());
            assertEquals(id + BIA, echo.externalId() + echo.chat().id());
        }
    }
}
