package app.prosa.channel.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Author;
import app.prosa.conversation.Message;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.settings.channels.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class SimulationTest {
    @TempDir Path directory;

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "TWILIO")
    void what_the_customer_writes_is_answered_on_their_telephone(Platform platform)
            throws IOException {
        try (SimulationRig rig = new SimulationRig(directory, Account.of(platform))) {
            Screen.Typing typing = new Screen.Typing(rig.customer().id());
            rig.model.then(sink -> {
                rig.await(() -> rig.shown.contains(typing));
                sink.answer("Olá, *Ana* <3 & ção");
            });
            rig.customer().says("Oi, tudo bem? é ç 🙂");
            rig.awaitAnswer();

            assertEquals(1, rig.texts().size());
            assertTrue(rig.texts().getFirst().endsWith("<3 & ção"), rig.texts().toString());
            assertEquals("Oi, tudo bem? é ç 🙂", rig.path().getFirst().text());
        }
    }

    /** A customer looks once the hub knows that its message went out. */
    @ParameterizedTest
    @CsvSource({"TELEGRAM,SENT", "WHATSAPP,READ", "INSTAGRAM,READ", "MESSENGER,READ"})
    void the_hub_learns_as_much_of_its_answer_as_the_platform_tells(
            Platform platform, DeliveryState last) throws IOException {
        try (SimulationRig rig = new SimulationRig(directory, Account.of(platform))) {
            rig.customer().says("Oi");
            rig.await(() -> rig.states.contains(DeliveryState.SENT));
            rig.simulation.look();

            assertEquals(last, rig.states.getLast());
            assertTrue(rig.simulation.isTold());
            List<Author> authors = rig.path().stream().map(Message::author).toList();
            // The echo of an answer is not taken for a person's who took over.
            assertEquals(List.of(Author.USER, Author.ASSISTANT), authors);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "TWILIO")
    void a_pressed_button_says_what_stands_on_it_or_in_it(Platform platform) throws IOException {
        try (SimulationRig rig = new SimulationRig(directory, Account.of(platform))) {
            rig.customer().presses("sim", "sim");
            rig.awaitAnswer();
            assertEquals("sim", rig.path().getFirst().text());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WHATSAPP", "INSTAGRAM", "MESSENGER"})
    void nothing_reaches_a_customer_who_blocks_the_hub(Platform platform) throws IOException {
        try (SimulationRig rig = new SimulationRig(directory, Account.of(platform))) {
            rig.model.then(sink -> {
                rig.customer().blocks();
                sink.answer("too late");
            });
            rig.customer().says("Oi");
            rig.await(() -> {
                rig.simulation.look();
                return rig.states.contains(DeliveryState.FAILED);
            });
            assertEquals(List.of(), rig.texts());
        }
    }

    /** The other platforms tell nobody. */
    @Test
    void telegram_tells_the_hub_that_it_was_blocked_and_that_it_no_longer_is() throws IOException {
        try (SimulationRig rig = new SimulationRig(directory, Account.of(Platform.TELEGRAM))) {
            rig.customer().says("Oi");
            rig.awaitAnswer();
            rig.customer().blocks();
            rig.await(() -> rig.reachable.contains(false));
            rig.customer().unblocks();
            rig.await(() -> rig.reachable.getLast());
        }
    }

    @Test
    void a_hub_that_has_telegram_bring_the_updates_gets_them_by_its_webhook() throws IOException {
        try (SimulationRig rig =
                new SimulationRig(
                        directory,
                        Account.of(Platform.TELEGRAM),
                        all -> all.with(all.telegram().withWebhook(true)))) {
            rig.customer().says("/start");
            rig.awaitAnswer();
            assertFalse(rig.shown.stream().anyMatch(Screen.NotTaken.class::isInstance));
            assertEquals("/start", rig.path().getFirst().text());
        }
    }

    @Test
    void what_is_not_signed_with_the_secret_of_the_account_is_not_taken() throws IOException {
        Account account = Account.of(Platform.WHATSAPP);
        Account other = new Account(account.platform(), account.id(), account.token(), "wrong");
        try (SimulationRig rig = new SimulationRig(directory, account);
                Simulation forger = Simulation.open(other, rig.shown::add)) {
            forger.customer().says("not connected");
            rig.connect(forger);
            forger.customer().says("forged");
            assertEquals(List.of(new Screen.NotTaken(404), new Screen.NotTaken(403)), rig.shown);
            assertEquals(List.of(), rig.path());
        }
    }

    @Test
    void what_a_platform_once_posted_comes_in_again() throws IOException {
        String body =
                """
                {"object":"page","entry":[{"id":"42","time":%1$d,"messaging":[{"sender":{"id":"7"},
                "recipient":{"id":"42"},"timestamp":%1$d,"message":{"mid":"m_x","text":"Ol\\u00e1"}}]}]}
                """
                        .formatted(Instant.now().toEpochMilli());
        Recording recording = Recording.of(body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        try (SimulationRig rig = new SimulationRig(directory, recording.account())) {
            rig.simulation.replay(recording.body());
            rig.awaitAnswer();
            assertEquals("Olá", rig.path().getFirst().text());
            assertEquals(
                    "7",
                    rig.shown.stream()
                            .filter(Screen.Text.class::isInstance)
                            .map(text -> ((Screen.Text) text).to())
                            .findFirst()
                            .orElseThrow());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"update_id\":1,\"message\":{}}|TELEGRAM",
                "{\"object\":\"instagram\",\"entry\":[{\"id\":\"5\"}]}|INSTAGRAM",
                "{\"object\":\"page\",\"entry\":[{\"id\":5}]}|MESSENGER",
                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"changes\":[{\"value\":{\"metadata\":{\"phone_number_id\":\"5\"}}}]}]}|WHATSAPP"
            })
    void a_recording_is_known_by_what_it_is_about(String body, Platform platform) {
        Account account =
                Recording.of(body.getBytes(StandardCharsets.UTF_8)).orElseThrow().account();
        assertEquals(platform, account.platform());
        assertTrue(platform == Platform.TELEGRAM || account.id().equals("5"));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "TWILIO")
    void no_secret_is_in_what_may_be_logged(Platform platform) {
        Account account = Account.of(platform);
        assertEquals("Account[" + account.route() + "]", account.toString());
        assertFalse(new Graph(account).toString().contains(account.token()));
    }
}
