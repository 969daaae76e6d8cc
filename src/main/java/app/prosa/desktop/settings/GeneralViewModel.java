package app.prosa.desktop.settings;

import app.prosa.settings.Language;
import app.prosa.settings.Overridable;
import app.prosa.settings.Settings;
import app.prosa.settings.Settings.General;
import app.prosa.settings.Settings.SendKey;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Language and composing. */
final class GeneralViewModel implements Section {
    private final SettingsDesk desk;
    private final Slice<General> general;
    private final Undoable undoable;

    GeneralViewModel(SettingsDesk desk, Undoable undoable) {
        this.desk = desk;
        this.general = new Slice<>(desk, Settings::general, Settings::with);
        this.undoable = undoable;
    }

    ReadOnlyObjectProperty<General> state() {
        return general.valueProperty();
    }

    /** The environment variable that says which language, if one does. */
    Optional<String> languageFixedBy() {
        return desk.fixedBy(Overridable.LANGUAGE);
    }

    void setLanguage(Language language) {
        general.change(g -> new General(language, g.sendKey(), g.largePasteAsAttachment()));
    }

    void setSendKey(SendKey key) {
        general.change(g -> new General(g.language(), key, g.largePasteAsAttachment()));
    }

    void setLargePasteAsAttachment(boolean attach) {
        general.change(g -> new General(g.language(), g.sendKey(), attach));
    }

    @Override
    public void reset() {
        undoable.change(general, _ -> General.DEFAULT, "settings.general.wasReset");
    }

    @Override
    public void close() {
        general.close();
    }
}
