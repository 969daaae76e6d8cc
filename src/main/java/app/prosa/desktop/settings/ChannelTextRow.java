package app.prosa.desktop.settings;

import app.prosa.settings.Texts;
import javafx.scene.control.TextField;

/** The row of a setting that is typed. */
final class ChannelTextRow {
    private final ChannelText text;
    private final ChannelViewModel model;
    private final SettingRow row = new SettingRow();

    ChannelTextRow(ChannelText text, ChannelViewModel model) {
        this.text = text;
        this.model = model;
        Texts texts = model.texts();
        TextField field = new TextField();
        field.setPromptText(text.example());
        row.setLabel(texts.get(text.label()));
        row.setHint(texts.get(text.hint()));
        row.setStacked(true);
        row.setControl(field);
        model.fixedBy(text.field())
                .ifPresent(variable -> row.fix(texts.get("settings.fixed", variable)));
        CommitWhenSettled settled = CommitWhenSettled.on(field, this::typed);
        model.settings().subscribe(now -> settled.show(text.get().apply(now)));
    }

    SettingRow row() {
        return row;
    }

    private void typed(String typed) {
        text.read()
                .apply(typed.strip())
                .ifPresentOrElse(
                        value -> {
                            row.problemProperty().set("");
                            model.changeAccount(all -> text.with().apply(all, value));
                        },
                        () -> row.problemProperty().set(model.texts().get(text.problem())));
    }
}
