package app.prosa.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.conversation.delivery.Standing;
import app.prosa.desktop.NoChannels;
import app.prosa.desktop.channels.Concern;
import app.prosa.desktop.channels.Concerned;
import app.prosa.settings.Secrets.Place;
import app.prosa.settings.Settings.ModelChoice;
import app.prosa.settings.Variable;
import app.prosa.settings.channels.Answering;
import app.prosa.settings.channels.ChannelField;
import app.prosa.settings.channels.ChannelRules;
import app.prosa.settings.channels.ChannelSecrets;
import app.prosa.settings.channels.ChannelSecrets.Kind;
import app.prosa.settings.channels.ChannelState.Problem;
import app.prosa.settings.channels.ChannelsSettings;
import app.prosa.settings.channels.Checked;
import app.prosa.settings.channels.Door;
import app.prosa.settings.channels.Platform;
import app.prosa.storage.Database;
import app.prosa.testing.Strangers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the section about the channels does, without its nodes. */
@SuppressWarnings("NullAway.Init")
class ChannelsTest {
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

    @TempDir private Path dir;
    private final UiQueue ui = new UiQueue();
    private final StringProperty problem = new SimpleStringProperty("");
    private PagesRig rig;
    private ChannelStore store = new NoChannels();
    private SettingsDesk desk;
    private ChannelsViewModel channels;

    @AfterEach
    void close() {
        channels.close();
        desk.close();
        rig.close();
    }

    @Test
    void switched_on_it_counts_from_now_and_has_the_secrets_that_we_make() throws Exception {
        ChannelViewModel whatsApp = open(Platform.WHATSAPP);
        whatsApp.setEnabled(true);
        ui.until(() -> stored().rules(Platform.WHATSAPP).enabled());
        assertEquals(NOW, stored().rules(Platform.WHATSAPP).since());
        ui.until(() -> rig.secrets.kept.containsKey(verifyToken()));
        assertFalse(rig.secrets.kept.containsKey(ChannelSecrets.token(Platform.WHATSAPP)));
    }

    @Test
    void a_bot_that_is_asked_needs_no_secret_of_a_webhook() throws Exception {
        ChannelViewModel telegram = open(Platform.TELEGRAM);
        String secret = ChannelSecrets.webhookSecret(Platform.TELEGRAM);
        telegram.setEnabled(true);
        ui.until(() -> stored().telegram().rules().enabled());
        assertFalse(rig.secrets.kept.containsKey(secret));
        telegram.setWebhook(true);
        ui.until(() -> rig.secrets.kept.containsKey(secret));
        assertTrue(telegram.isCalled());
    }

    @Test
    void a_token_is_kept_told_of_and_in_no_settings() throws Exception {
        ChannelViewModel telegram = open(Platform.TELEGRAM);
        ChannelSecret token = telegram.secret(Kind.TOKEN);
        ui.until(() -> token.keyProperty().get() instanceof KeyState.Missing);
        token.storeKey(" 123:secret\n");
        ui.until(() -> token.keyProperty().get() instanceof KeyState.Stored);
        assertEquals("123:secret", rig.secrets.kept.get(token()));
        assertEquals(List.of("secrets of telegram"), rig.channels.asked);
        telegram.setEnabled(true);
        ui.until(() -> stored().telegram().rules().enabled());
        assertFalse(Files.readString(dir.resolve("settings.json")).contains("123:secret"));
    }

    @Test
    void what_writes_down_voices_has_a_name_and_maybe_an_address() throws Exception {
        open(Platform.TELEGRAM);
        channels.setTranscriptionModel(" whisper-1 ");
        ui.until(() -> stored().transcription().model().equals("whisper-1"));
        channels.setTranscriptionAddress("nowhere", problem);
        assertFalse(problem.get().isEmpty());
        assertEquals("", stored().transcription().baseUrl());
        channels.setTranscriptionAddress("http://127.0.0.1:9/v1/", problem);
        ui.until(() -> stored().transcription().baseUrl().equals("http://127.0.0.1:9/v1"));
        assertEquals("", problem.get());
        channels.setTranscriptionAddress("", problem);
        ui.until(() -> stored().transcription().baseUrl().isEmpty());
    }

    @Test
    void a_removed_token_comes_back() throws Exception {
        ChannelViewModel telegram = open(Platform.TELEGRAM);
        ChannelSecret token = telegram.secret(Kind.TOKEN);
        token.storeKey("123:secret");
        ui.until(() -> token.keyProperty().get() instanceof KeyState.Stored);
        token.removeKey(telegram.undoable());
        ui.until(() -> token.keyProperty().get() instanceof KeyState.Missing);
        assertEquals(List.of("Bot token: removed."), rig.navigation.said);
        rig.navigation.undo();
        ui.until(() -> token.keyProperty().get() instanceof KeyState.Stored);
        assertEquals("123:secret", rig.secrets.kept.get(token()));
    }

    @Test
    void what_the_environment_gives_is_said_and_cannot_be_changed() throws Exception {
        rig = new PagesRig(dir, Place.KEYCHAIN, Map.of("TELEGRAM_BOT_TOKEN", "123:secret"));
        rig.secrets.variables.put(token(), Variable.TELEGRAM_BOT_TOKEN);
        rig.secrets.kept.put(token(), "123:secret");
        ChannelViewModel telegram = openIn(Platform.TELEGRAM);
        ui.until(() ->
                telegram.secret(Kind.TOKEN)
                        .keyProperty()
                        .get()
                        .equals(new KeyState.FromEnvironment("TELEGRAM_BOT_TOKEN", true)));
        assertEquals(Optional.of("TELEGRAM_BOT_TOKEN"), telegram.fixedBy(ChannelField.ENABLED));
        assertEquals(Optional.empty(), telegram.fixedBy(ChannelField.DOOR));
        assertTrue(telegram.rules().enabled());
    }

    @Test
    void a_verify_token_is_made_when_it_is_copied_and_then_stays() throws Exception {
        ChannelViewModel messenger = open(Platform.MESSENGER);
        List<String> copied = new ArrayList<>();
        messenger.secret(Kind.VERIFY_TOKEN).fetch(copied::add);
        messenger.secret(Kind.VERIFY_TOKEN).fetch(copied::add);
        ui.until(() -> copied.size() == 2);
        assertEquals(copied.getFirst(), copied.getLast());
        String kept = rig.secrets.kept.get(ChannelSecrets.verifyToken(Platform.MESSENGER));
        assertEquals(copied.getFirst(), kept);
    }

    @Test
    void a_test_says_who_we_are_after_what_was_changed_is_stored() throws Exception {
        ChannelViewModel twilio = open(Platform.TWILIO);
        rig.channels.tested =
                _ -> new Checked.Ok(rig.settings.current().channels().twilio().accountSid());
        twilio.changeAccount(all -> all.with(all.twilio().withAccountSid("AC7")));
        twilio.test();
        ui.until(() -> twilio.testProperty().get() instanceof Progress.Passed);
        assertEquals("It works: you are AC7 there.", twilio.testProperty().get().sentence());
    }

    @Test
    void a_test_that_fails_says_why_and_is_forgotten_with_another_token() throws Exception {
        ChannelViewModel telegram = open(Platform.TELEGRAM);
        rig.channels.tested = _ -> new Checked.Failed(Problem.TOKEN, "Unauthorized");
        telegram.test();
        ui.until(() -> telegram.testProperty().get() instanceof Progress.Failed);
        String said = telegram.testProperty().get().sentence();
        assertTrue(said.startsWith("Telegram does not accept the token."), said);
        telegram.secret(Kind.TOKEN).storeKey("123:other");
        ui.until(() -> telegram.testProperty().get() instanceof Progress.Idle);
    }

    @Test
    void a_webhook_has_an_address_only_where_the_hub_has_one() throws Exception {
        ChannelViewModel instagram = open(Platform.INSTAGRAM);
        assertEquals(Optional.empty(), instagram.webhookAddress());
        desk.update(all -> all.with(all.hub().withPublicUrl("https://hub.example/chat/")));
        assertEquals(
                Optional.of("https://hub.example/chat/api/instagram/webhook"),
                instagram.webhookAddress());
    }

    @Test
    void taking_over_asks_the_channel() throws Exception {
        ChannelViewModel telegram = open(Platform.TELEGRAM);
        telegram.takeOver();
        ui.until(() -> !telegram.takingOverProperty().get());
        assertEquals(List.of("take over telegram"), rig.channels.asked);
    }

    @Test
    void rules_are_taken_over_as_they_are_typed() throws Exception {
        ChannelRulesViewModel rules = new ChannelRulesViewModel(open(Platform.TELEGRAM));
        rules.setDoor(Door.NOBODY);
        rules.setAnswering(Answering.HUMAN);
        rules.setModel(new ModelChoice("a", "m"));
        rules.setPersona("p");
        rules.setSystemPrompt("Be kind.");
        rules.setQuiet("2,5", problem);
        rules.setHourly("", problem);
        rules.setDaily("100", problem);
        ChannelRules expected =
                ChannelRules.PERSONAL
                        .withDoor(Door.NOBODY)
                        .withAnswering(Answering.HUMAN)
                        .withModel(new ModelChoice("a", "m"))
                        .withPersona("p")
                        .withSystemPrompt("Be kind.")
                        .withQuietMillis(2500)
                        .withHourlyPerPerson(0)
                        .withDailyAnswers(100);
        ui.until(() -> stored().rules(Platform.TELEGRAM).equals(expected));
        assertEquals("removed persona", rules.nameOf(Optional.of("p")));
        rules.setSystemPrompt("  ");
        assertNull(rules.rules().systemPrompt());
    }

    @Test
    void what_is_no_number_is_said_and_not_taken_over() throws Exception {
        ChannelRulesViewModel rules = new ChannelRulesViewModel(open(Platform.TELEGRAM));
        for (String wrong : List.of("9", "-1", "soon")) {
            rules.setQuiet(wrong, problem);
            assertFalse(problem.get().isEmpty(), wrong);
        }
        assertEquals("0.8", rules.quiet());
        rules.setDaily("many", problem);
        assertFalse(problem.get().isEmpty());
        rules.setDaily("0", problem);
        assertEquals("", problem.get());
        assertEquals("", ChannelRulesViewModel.limit(rules.rules().dailyAnswers()));
    }

    @Test
    void only_what_can_be_used_is_stored_of_what_is_typed() throws Exception {
        open(Platform.TWILIO);
        assertRead(ChannelTexts.account(Platform.TWILIO).getFirst(), "AC7", "AC7");
        assertRead(
                ChannelTexts.account(Platform.TWILIO).getLast(),
                "+14155238886",
                "whatsapp:+14155238886");
        assertRead(ChannelTexts.advanced(Platform.WHATSAPP).getFirst(), "v24.0", "v24.0");
        assertRead(
                ChannelTexts.advanced(Platform.WHATSAPP).getLast(),
                "http://127.0.0.1:1",
                "http://127.0.0.1:1");
        for (Platform platform : Platform.values()) {
            for (ChannelText text : ChannelTexts.account(platform)) {
                assertEquals(Optional.empty(), text.read().apply("a b/c"));
                assertEquals(Optional.of(""), text.read().apply(""));
            }
            for (ChannelText text : ChannelTexts.advanced(platform)) {
                assertEquals(Optional.empty(), text.read().apply("a b/c"));
                ChannelsSettings emptied = text.with().apply(ChannelsSettings.DEFAULT, "");
                assertEquals(ChannelsSettings.DEFAULT, emptied);
                assertFalse(text.get().apply(emptied).isEmpty());
            }
        }
    }

    private static void assertRead(ChannelText text, String typed, String stored) {
        String read = text.read().apply(typed).orElseThrow();
        assertEquals(stored, text.get().apply(text.with().apply(ChannelsSettings.DEFAULT, read)));
    }

    @Test
    void one_switch_silences_them_all() throws Exception {
        open(Platform.TELEGRAM);
        channels.setPaused(true);
        ui.until(() -> stored().paused());
    }

    @Test
    void a_reset_lets_nobody_in_and_switches_nothing_off() throws Exception {
        ChannelViewModel twilio = open(Platform.TWILIO);
        twilio.setEnabled(true);
        twilio.changeAccount(all -> all.with(all.twilio().withAccountSid("AC7")));
        twilio.change(rules -> rules.withDoor(Door.NOBODY).withDailyAnswers(7));
        channels.setPaused(true);
        channels.reset();
        assertEquals(
                ChannelRules.BUSINESS.switched(true, NOW).withDoor(Door.NOBODY), twilio.rules());
        assertEquals("AC7", twilio.settings().get().twilio().accountSid());
        assertFalse(twilio.settings().get().paused());
        rig.navigation.undo();
        assertEquals(7, twilio.rules().dailyAnswers());
    }

    @Test
    void unlocked_secrets_are_looked_for_again() throws Exception {
        rig = PagesRig.in(dir);
        rig.secrets.lock("word");
        ChannelSecret token = openIn(Platform.TELEGRAM).secret(Kind.TOKEN);
        ui.until(() -> token.keyProperty().get() instanceof KeyState.Locked);
        rig.secrets.unlock("word".toCharArray());
        channels.lookForSecrets();
        ui.until(() -> token.keyProperty().get() instanceof KeyState.Missing);
    }

    @Test
    void a_place_that_keeps_nothing_is_said() throws Exception {
        rig = PagesRig.in(dir);
        rig.secrets.lock("word");
        ChannelSecret token = openIn(Platform.TELEGRAM).secret(Kind.TOKEN);
        token.storeKey("123:secret");
        ui.until(() -> token.keyProperty().get() instanceof KeyState.Unusable);
        assertInstanceOf(KeyState.Unusable.class, token.keyProperty().get());
        assertTrue(rig.secrets.kept.isEmpty());
    }

    @Test
    void closed_it_follows_nothing() throws Exception {
        open(Platform.TELEGRAM);
        assertEquals(1, rig.channels.listeners());
        channels.close();
        assertEquals(0, rig.channels.listeners());
    }

    @Test
    void what_waits_leads_to_the_conversation_where_it_does() throws Exception {
        try (Database database = Database.open(dir.resolve("history"))) {
            store = database.channels();
            ChannelViewModel telegram = open(Platform.TELEGRAM);
            Strangers strangers = new Strangers(store);
            String ana = "open " + strangers.writes("ana");
            telegram.show(Concern.PERSON);
            ui.until(() -> rig.navigation.went.contains(ana));
            rig.navigation.went.clear();
            ConversationId bia = strangers.writes("bia");
            store.correspondents().setStanding(bia, Standing.ADMITTED, NOW);
            strangers.isSentInVain("bia", "Olá");
            telegram.show(Concern.DEAD_LETTER);
            ui.until(() -> rig.navigation.went.equals(List.of("open " + bia)));
            Concerned concerned = new Concerned(store);
            assertEquals(Optional.empty(), concerned.latest(Platform.TWILIO, Concern.PERSON));
            assertEquals(Optional.empty(), concerned.latest(Platform.TWILIO, Concern.DEAD_LETTER));
        }
    }

    private ChannelViewModel open(Platform platform) throws IOException {
        rig = PagesRig.in(dir);
        return openIn(platform);
    }

    private ChannelViewModel openIn(Platform platform) {
        desk = rig.desk(ui);
        channels =
                new ChannelsViewModel(
                        new ChannelTools(
                                desk,
                                new SecretLine(rig.secrets, rig.texts, ui),
                                rig.channels,
                                new Concerned(store),
                                rig.undoable(),
                                ui,
                                Clock.fixed(NOW, ZoneOffset.UTC)));
        return channels.channels().get(List.of(Platform.values()).indexOf(platform));
    }

    private ChannelsSettings stored() {
        return rig.settings.stored().channels();
    }

    private static String token() {
        return ChannelSecrets.token(Platform.TELEGRAM);
    }

    private static String verifyToken() {
        return ChannelSecrets.verifyToken(Platform.WHATSAPP);
    }
}
