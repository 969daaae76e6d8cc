package app.prosa.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Conversation;
import app.prosa.desktop.ConversationsInMemory;
import app.prosa.desktop.Fx;
import app.prosa.desktop.FxWindow;
import app.prosa.desktop.Navigation;
import app.prosa.desktop.Services;
import app.prosa.settings.Secrets;
import app.prosa.settings.Secrets.Place;
import app.prosa.settings.Settings.Theme;
import app.prosa.settings.secrets.SecretVault;
import app.prosa.settings.secrets.TestVaults;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journeys through the page, in a window. */
class SettingsPageTest {
    @TempDir private Path dir;
    private Optional<FxWindow> window = Optional.empty();
    private Optional<SettingsPage> page = Optional.empty();

    @AfterEach
    void close() throws Exception {
        Fx.run(() -> {
            page.ifPresent(SettingsPage::close);
        });
        if (window.isPresent()) {
            window.get().close();
        }
    }

    @Test
    void a_choice_applies_at_once_and_reset_takes_it_back() throws Exception {
        try (PagesRig rig = PagesRig.in(dir)) {
            FxWindow fx = open(rig, Navigation.Section.APPEARANCE);
            fx.press("Dark");
            Fx.until(() -> rig.settings.current().appearance().theme() == Theme.DARK);
            fx.press("Reset this section");
            Fx.until(() -> rig.settings.current().appearance().theme() == Theme.SYSTEM);
            Fx.run(() -> {
                rig.navigation.undo();
            });
            Fx.until(() -> rig.settings.current().appearance().theme() == Theme.DARK);
        }
    }

    @Test
    void a_provider_is_added_tried_and_its_key_is_never_seen() throws Exception {
        try (PagesRig rig = PagesRig.in(dir)) {
            FxWindow fx = open(rig, Navigation.Section.MODELS);
            fx.press("OpenAI");
            fx.type("Key", "sk-bad-9876543210");
            fx.press("Save");
            fx.read("Stored in the system");
            assertNowhere(fx, "sk-bad");
            fx.type("Model", "gpt-5.4");
            fx.press("Check");
            fx.read("OpenAI did not accept the key.");
            fx.press("Replace");
            fx.type("Key", FakeDirectory.GOOD_KEY);
            fx.press("Save");
            fx.read("Stored in the system");
            fx.press("Check");
            fx.read("It works: gpt-5.4 answered");
            assertNowhere(fx, "sk-");
            assertFalse(rig.settings.current().toString().contains("sk-"));
        }
    }

    @Test
    void the_environments_fields_are_disabled_and_say_so() throws Exception {
        Map<String, String> variables =
                Map.of("OPENAI_API_KEY", FakeDirectory.GOOD_KEY, "PROSA_LANGUAGE", "en");
        try (PagesRig rig = new PagesRig(dir, Place.KEYCHAIN, variables)) {
            rig.secrets.kept.put("provider/environment", FakeDirectory.GOOD_KEY);
            FxWindow fx = open(rig, Navigation.Section.MODELS);
            fx.press("Provider OpenAI");
            fx.read("From the environment variable OPENAI_API_KEY.");
            assertTrue(Fx.call(() -> fx.field("Address").orElseThrow().isDisabled()));
            assertTrue(Fx.call(() -> fx.field("Name").orElseThrow().isDisabled()));
            assertTrue(Fx.call(() -> fx.field("Model").orElseThrow().isDisabled()));
            assertTrue(Fx.call(() -> fx.button("Remove provider").orElseThrow().isDisabled()));
            assertNowhere(fx, "sk-");
            show(Navigation.Section.GENERAL);
            fx.read("Set by the environment variable PROSA_LANGUAGE");
            assertTrue(Fx.call(() -> fx.button("English").orElseThrow().isDisabled()));
        }
    }

    @Test
    void without_a_keychain_a_passphrase_makes_a_file() throws Exception {
        try (PagesRig rig = new PagesRig(dir, Place.MEMORY, Map.of())) {
            FxWindow fx = open(rig, Navigation.Section.MODELS);
            fx.read("Keys are not kept");
            fx.press("Use an encrypted file…");
            fx.type("Passphrase", "correct horse battery staple");
            fx.read("Strong.");
            fx.type("The same passphrase again", "correct horse battery staple");
            fx.press("Create the file");
            Fx.until(() -> rig.secrets.place() == Place.FILE);
            Fx.until(() -> fx.field("Passphrase").isEmpty());
            assertNowhere(fx, "battery");
        }
    }

    @Test
    void keys_left_in_the_file_move_to_the_keychain_once_there_is_one() throws Exception {
        String passphrase = "correct horse battery staple";
        try (PagesRig rig = PagesRig.in(dir);
                SecretVault before = TestVaults.withoutKeychain(dir);
                SecretVault now = TestVaults.withKeychain(dir)) {
            rig.settings.update(s -> s.with(s.models().withDemo("Demo")));
            String key = Secrets.ofProvider("somebody");
            before.put(key, "sk-left-behind");
            before.createFile(passphrase.toCharArray());
            FxWindow fx = open(rig, now);
            fx.read("Some keys are still in Prosa’s file");
            fx.press("Move them…");
            fx.type("Passphrase", "wrong");
            fx.press("Move to the keychain");
            fx.read("This is not the passphrase");
            assertTrue(now.fileLeftBehind());
            fx.type("Passphrase", passphrase);
            fx.press("Move to the keychain");
            Fx.until(() -> fx.button("Move to the keychain").isEmpty());
            assertEquals(Optional.of("sk-left-behind"), now.get(key));
            assertFalse(now.fileLeftBehind());
            assertNowhere(fx, "battery");
            assertNowhere(fx, "sk-");
        }
    }

    private FxWindow open(PagesRig rig, SecretVault vault) throws Exception {
        Services s = rig.services;
        Services over =
                new Services(
                        s.engine(),
                        s.settings(),
                        vault,
                        s.models(),
                        s.plans(),
                        s.backup(),
                        s.hub(),
                        s.channels(),
                        s.channelStore(),
                        s.channelDesk(),
                        s.dataDir(),
                        s.version(),
                        s.newVersions());
        FxWindow fx =
                FxWindow.show(() -> {
                    SettingsPage made =
                            new SettingsPage(
                                    rig.context(),
                                    over,
                                    SecretFileDoor.of(vault),
                                    Navigation.Section.MODELS);
                    page = Optional.of(made);
                    return made.root();
                });
        window = Optional.of(fx);
        return fx;
    }

    @Test
    void a_search_shows_only_the_rows_it_finds() throws Exception {
        try (PagesRig rig = PagesRig.in(dir)) {
            FxWindow fx = open(rig, Navigation.Section.GENERAL);
            fx.type("Search settings", "temperature");
            Fx.until(() -> rows(fx).equals(List.of("Temperature")));
            fx.type("Search settings", "zoom");
            Fx.until(() -> rows(fx).equals(List.of("Zoom")));
            fx.type("Search settings", "xyzzy");
            fx.read("Nothing here is about “xyzzy”.");
            fx.type("Search settings", "");
            Fx.until(() -> rows(fx).contains("Key that sends"));
        }
    }

    @Test
    void what_is_in_the_trash_can_be_given_back() throws Exception {
        try (PagesRig rig = PagesRig.in(dir)) {
            Conversation gone = ConversationsInMemory.conversation("Lisbon", Instant.EPOCH);
            rig.conversations.add(gone);
            rig.services.engine().conversations().trash(List.of(gone.id()));
            FxWindow fx = open(rig, Navigation.Section.DATA);
            fx.press("Empty trash…");
            fx.press("Cancel");
            fx.press("Restore Lisbon");
            fx.read("Lisbon is back in your list.");
            fx.read("The trash is empty.");
        }
    }

    @Test
    void a_row_without_room_puts_its_control_under_the_words() throws Exception {
        try (PagesRig rig = PagesRig.in(dir)) {
            FxWindow fx = open(rig, Navigation.Section.APPEARANCE);
            Fx.until(() -> fx.button("Dark").orElseThrow().getWidth() > 0);
            Fx.run(() -> fx.restyle("-fx-font-size: 28px"));
            Fx.until(() -> shownBelow(fx, "System follows", "Dark"));
            Fx.run(() -> fx.restyle(""));
            Fx.until(() -> !shownBelow(fx, "System follows", "Dark"));
        }
    }

    private static boolean shownBelow(FxWindow fx, String words, String button) {
        Node above =
                fx.shown()
                        .filter(n -> n instanceof Labeled l && name(l).startsWith(words))
                        .findFirst()
                        .orElseThrow();
        Node below = fx.button(button).orElseThrow();
        return below.localToScene(0, 0).getY() > above.localToScene(0, 0).getY();
    }

    @Test
    void everything_that_can_be_used_has_a_name() throws Exception {
        try (PagesRig rig = PagesRig.in(dir)) {
            FxWindow fx = open(rig, Navigation.Section.GENERAL);
            for (Navigation.Section section : Navigation.Section.values()) {
                show(section);
                if (section == Navigation.Section.MODELS) {
                    fx.press("Groq");
                }
                if (section == Navigation.Section.PERSONAS) {
                    fx.press("Add a persona");
                }
                if (section == Navigation.Section.CHANNELS) {
                    fx.press("Channel Telegram");
                    fx.press("Channel Instagram");
                }
                assertEquals(List.of(), Fx.call(() -> nameless(fx)), section.name());
            }
        }
    }

    private FxWindow open(PagesRig rig, Navigation.Section section) throws Exception {
        FxWindow fx =
                FxWindow.show(() -> {
                    SettingsPage made =
                            new SettingsPage(rig.context(), rig.services, rig.secrets, section);
                    page = Optional.of(made);
                    return made.root();
                });
        window = Optional.of(fx);
        return fx;
    }

    private void show(Navigation.Section section) throws Exception {
        Fx.run(() -> {
            page.orElseThrow().open(section);
        });
    }

    private static List<String> rows(FxWindow fx) {
        return fx.shown()
                .filter(SettingRow.class::isInstance)
                .map(row -> ((SettingRow) row).getLabel())
                .toList();
    }

    private static List<String> nameless(FxWindow fx) {
        return fx.shown()
                .filter(SettingsPageTest::isUsed)
                .filter(node -> name(node).isBlank())
                .map(Node::toString)
                .toList();
    }

    private static boolean isUsed(Node node) {
        boolean part = node.getParent() instanceof ComboBox<?>;
        return !part
                && (node instanceof ButtonBase
                        || node instanceof TextInputControl
                        || node instanceof ComboBox<?>
                        || node instanceof ListView<?>);
    }

    private static String name(Node node) {
        String text = node instanceof Labeled labeled ? labeled.getText() : "";
        String called = node.getAccessibleText();
        return (text == null ? "" : text) + (called == null ? "" : called);
    }

    private static void assertNowhere(FxWindow fx, String secret) throws Exception {
        assertEquals(
                List.of(),
                Fx.call(() ->
                        fx.all()
                                .filter(node -> said(node).anyMatch(t -> t.contains(secret)))
                                .map(Node::toString)
                                .toList()));
    }

    private static Stream<String> said(Node node) {
        Stream<String> own =
                switch (node) {
                    case PasswordField hidden -> Stream.ofNullable(hidden.getText());
                    case TextInputControl field -> Stream.ofNullable(field.getText());
                    case Labeled labeled -> Stream.ofNullable(labeled.getText());
                    case Text text -> Stream.ofNullable(text.getText());
                    default -> Stream.empty();
                };
        return Stream.of(
                        own,
                        Stream.ofNullable(node.getAccessibleText()),
                        Stream.ofNullable(node.getAccessibleHelp()))
                .flatMap(s -> s);
    }
}
