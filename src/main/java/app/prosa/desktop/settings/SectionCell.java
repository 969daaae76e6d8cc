package app.prosa.desktop.settings;

import app.prosa.desktop.Icon;
import app.prosa.desktop.Navigation.Section;
import app.prosa.settings.Texts;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** A section in the list at the left. */
final class SectionCell extends ListCell<Section> {
    private final Texts texts;

    SectionCell(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected void updateItem(@Nullable Section section, boolean empty) {
        super.updateItem(section, empty);
        if (empty || section == null) {
            setText(null);
            setGraphic(null);
        } else {
            setText(texts.get(textKey(section)));
            setGraphic(icon(section).node());
        }
    }

    private static String textKey(Section section) {
        return switch (section) {
            case GENERAL -> "settings.general";
            case APPEARANCE -> "settings.appearance";
            case MODELS -> "settings.models";
            case PERSONAS -> "settings.personas";
            case CHANNELS -> "settings.channels";
            case SERVER -> "settings.server";
            case DATA -> "settings.data";
            case ABOUT -> "settings.about";
        };
    }

    private static Icon icon(Section section) {
        return switch (section) {
            case GENERAL -> Icon.SETTINGS;
            case APPEARANCE -> Icon.SUN;
            case MODELS -> Icon.MODEL;
            case PERSONAS -> Icon.USER;
            case CHANNELS -> Icon.CHAT;
            case SERVER -> Icon.GLOBE;
            case DATA -> Icon.DATABASE;
            case ABOUT -> Icon.INFO;
        };
    }
}
