package app.prosa.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.settings.Language;
import app.prosa.settings.Secrets.Place;
import app.prosa.settings.Texts;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyPlaceTest {
    private final UiQueue ui = new UiQueue();
    private final FakeSecrets secrets = new FakeSecrets(Place.MEMORY);
    private final AtomicInteger moved = new AtomicInteger();
    private final KeyPlaceViewModel place =
            new KeyPlaceViewModel(
                    secrets, secrets, Texts.in(Language.ENGLISH), ui, moved::incrementAndGet);

    @Test
    void two_passphrases_that_differ_make_no_file() throws Exception {
        place.look();
        ui.until(() -> where() == Place.MEMORY);
        place.create("one", "other");
        assertEquals("The two passphrases differ.", place.problemProperty().get());
        place.create("", "");
        assertEquals("Enter a passphrase.", place.problemProperty().get());
        assertEquals(Place.MEMORY, secrets.place());
    }

    @Test
    void keys_move_into_the_file() throws Exception {
        place.create("open sesame", "open sesame");
        ui.until(() -> where() == Place.FILE);
        assertEquals(1, moved.get());
    }

    @Test
    void a_wrong_passphrase_is_said_and_the_right_one_opens() throws Exception {
        secrets.lock("open sesame");
        place.unlock("close sesame");
        ui.until(() -> !place.busyProperty().get());
        assertEquals(
                "This is not the passphrase of the secrets file. Check Caps Lock and the keyboard"
                        + " layout, and try again.",
                place.problemProperty().get());
        place.unlock("open sesame");
        ui.until(() -> where() == Place.FILE);
        assertEquals("", place.problemProperty().get());
    }

    @Test
    void without_the_passphrase_one_starts_without_the_file() throws Exception {
        secrets.lock("forgotten");
        place.forget();
        ui.until(() -> where() == Place.MEMORY);
    }

    private @Nullable Place where() {
        KeyPlaceViewModel.Kept kept = place.keptProperty().get();
        return kept == null ? null : kept.place();
    }
}
