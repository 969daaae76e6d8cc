package app.prosa.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.desktop.Fx;
import app.prosa.desktop.FxWindow;
import app.prosa.desktop.Navigation;
import app.prosa.settings.Secrets.Place;
import app.prosa.settings.channels.ChannelFacts;
import app.prosa.settings.channels.ChannelState;
import app.prosa.settings.channels.ChannelState.Problem;
import app.prosa.settings.channels.ChannelsSettings;
import app.prosa.settings.channels.Door;
import app.prosa.settings.channels.Platform;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The section about the channels in a window. */
@SuppressWarnings("NullAway.Init")
class ChannelsPageTest {
    private static final String TOKEN = "123:hidden-away";

    @TempDir private Path dir;
    private PagesRig rig;
    private SettingsPage page;
    private FxWindow fx;

    @AfterEach
    void close() throws Exception {
        Fx.run(page::close);
        fx.close();
        rig.close();
    }

    @Test
    void a_bot_is_set_up_tested_and_switched_on() throws Exception {
        open(Map.of());
        fx.press("Channel Telegram");
        fx.type("Bot token", TOKEN);
        fx.press("Save: Bot token");
        fx.read("Stored in the system");
        fx.press("Test");
        fx.read("It works: you are @telegram there.");
        fx.press("Take in and answer messages");
        Fx.until(() -> channels().telegram().rules().enabled());
        rig.channels.become(Platform.TELEGRAM, new ChannelState.On("@my_bot"));
        fx.read("It works, as @my_bot.");
        fx.read("@my_bot");
        assertFalse(Fx.call(() -> fx.all().anyMatch(ChannelsPageTest::showsToken)));
        assertFalse(rig.settings.current().toString().contains(TOKEN));
    }

    private static boolean showsToken(Object node) {
        return node instanceof TextInputControl field
                && field.getText() != null
                && field.getText().contains("hidden");
    }

    @Test
    void what_is_wrong_is_said_and_what_can_be_done_is_offered() throws Exception {
        open(Map.of());
        fx.press("Channel Telegram");
        assertTrue(Fx.call(() -> fx.button("Take over").isEmpty()));
        rig.channels.become(
                Platform.TELEGRAM, new ChannelState.Troubled(Problem.WEBHOOK_SET, "Conflict"));
        fx.read("Telegram delivers the messages of this bot to another address.");
        fx.press("Take over");
        Fx.until(() -> rig.channels.asked.contains("take over telegram"));
        rig.channels.become(Platform.TELEGRAM, new ChannelFacts(null, null, 3, 0, 0, 0, 2, 0));
        fx.read("2 people wait for your word");
        fx.read("3 calls with a wrong signature were refused");
    }

    @Test
    void without_a_public_address_it_is_said_what_to_do() throws Exception {
        open(Map.of());
        fx.press("Channel WhatsApp · Twilio");
        fx.read("Twilio has to reach the hub, which has no public address yet.");
        fx.press("Server & access");
        assertEquals(List.of("settings SERVER"), rig.navigation.went);
        rig.settings.update(all -> all.with(all.hub().withPublicUrl("https://hub.example")));
        Fx.until(() ->
                fx.field("Webhook address")
                        .filter(f -> f.getText().equals("https://hub.example/api/whatsapp/webhook"))
                        .isPresent());
        fx.press("Copy the webhook address");
        assertEquals(
                "https://hub.example/api/whatsapp/webhook",
                Fx.call(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void a_bot_that_is_asked_needs_no_public_address() throws Exception {
        open(Map.of());
        fx.press("Channel Telegram");
        fx.read("Switch it on. Prosa asks Telegram for messages by itself");
        assertTrue(Fx.call(() -> fx.button("Server & access").isEmpty()));
        fx.press("Let Telegram call the hub");
        fx.read("Telegram has to reach the hub, which has no public address yet.");
    }

    @Test
    void a_verify_token_is_copied_and_never_shown() throws Exception {
        open(Map.of());
        fx.press("Channel Instagram");
        fx.read("It is made when you copy it.");
        fx.press("Copy the verify token");
        Fx.until(() -> rig.secrets.kept.size() == 1);
        fx.read("Stored in the system");
        String made = rig.secrets.kept.values().iterator().next();
        assertEquals(made, Fx.call(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void a_number_that_is_none_is_said_and_stays_to_be_mended() throws Exception {
        open(Map.of());
        fx.press("Channel WhatsApp · Twilio");
        fx.type("Sender", "555-1234");
        fx.read("A number begins with + and its country");
        fx.type("Sender", "+14155238886");
        Fx.until(() -> channels().twilio().sender().equals("whatsapp:+14155238886"));
    }

    @Test
    void who_may_talk_is_chosen_and_explained() throws Exception {
        open(Map.of());
        fx.press("Channel Telegram");
        fx.read("Others wait where you see them");
        fx.press("Everyone");
        fx.read("Whoever writes is answered");
        Fx.until(() -> channels().telegram().rules().door() == Door.EVERYONE);
    }

    @Test
    void what_the_environment_chose_cannot_be_changed_here() throws Exception {
        open(Map.of("TELEGRAM_BOT_TOKEN", TOKEN, "PROSA_TELEGRAM_DOOR", "nobody"));
        fx.press("Channel Telegram");
        fx.read("Set by the environment variable TELEGRAM_BOT_TOKEN");
        fx.read("Set by the environment variable PROSA_TELEGRAM_DOOR");
        ButtonBase on = Fx.call(() -> fx.button("Take in and answer messages").orElseThrow());
        assertTrue(on.isDisabled() && ((CheckBox) on).isSelected());
        assertTrue(Fx.call(() -> fx.button("Everyone").orElseThrow().isDisabled()));
    }

    @Test
    void paused_channels_say_that_they_are() throws Exception {
        open(Map.of());
        fx.press("Pause all channels");
        Fx.until(() -> channels().paused());
        fx.press("Channel Telegram");
        fx.press("Take in and answer messages");
        fx.read("All channels are paused");
    }

    private ChannelsSettings channels() {
        return rig.settings.current().channels();
    }

    private void open(Map<String, String> variables) throws Exception {
        rig = new PagesRig(dir, Place.KEYCHAIN, variables);
        fx =
                FxWindow.show(() -> {
                    page =
                            new SettingsPage(
                                    rig.context(),
                                    rig.services,
                                    rig.secrets,
                                    Navigation.Section.CHANNELS);
                    return page.root();
                });
    }
}
