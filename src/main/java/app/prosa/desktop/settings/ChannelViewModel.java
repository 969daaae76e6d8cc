package app.prosa.desktop.settings;

import app.prosa.desktop.SlowWork;
import app.prosa.desktop.channels.ChannelSeen;
import app.prosa.desktop.channels.ChannelWords;
import app.prosa.desktop.channels.Concern;
import app.prosa.settings.Settings;
import app.prosa.settings.Settings.Persona;
import app.prosa.settings.Texts;
import app.prosa.settings.channels.ChannelField;
import app.prosa.settings.channels.ChannelRules;
import app.prosa.settings.channels.ChannelSecrets;
import app.prosa.settings.channels.ChannelSecrets.Kind;
import app.prosa.settings.channels.ChannelState;
import app.prosa.settings.channels.ChannelsSettings;
import app.prosa.settings.channels.ChannelsSettings.Telegram;
import app.prosa.settings.channels.Checked;
import app.prosa.settings.channels.Platform;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/** One channel: its switch, its secrets, and whether it works. */
final class ChannelViewModel {
    private final Platform platform;
    private final ChannelTools tools;
    private final Slice<ChannelsSettings> settings;
    private final ReadOnlyObjectProperty<ChannelSeen> seen;
    private final Map<Kind, ChannelSecret> secrets = new EnumMap<>(Kind.class);
    private final Attempt test;
    private final SlowWork takingOver;
    private final SlowWork showing;
    private final ChannelWords words;

    ChannelViewModel(
            Platform platform,
            ChannelTools tools,
            Slice<ChannelsSettings> settings,
            ReadOnlyObjectProperty<ChannelSeen> seen) {
        this.platform = platform;
        this.tools = tools;
        this.settings = settings;
        this.seen = seen;
        this.words = new ChannelWords(tools.texts());
        this.test = new Attempt(tools.ui(), _ -> unexpected());
        this.takingOver = new SlowWork(tools.ui());
        this.showing = new SlowWork(tools.ui());
        ChannelSecretWords names = new ChannelSecretWords(tools.texts());
        for (Kind kind : ChannelSecrets.of(platform)) {
            String label = names.of(platform, kind).label();
            secrets.put(kind, new ChannelSecret(platform, kind, label, tools, test::cancel));
        }
    }

    Platform platform() {
        return platform;
    }

    Texts texts() {
        return tools.texts();
    }

    ChannelWords words() {
        return words;
    }

    /** By which times are told. */
    ZonedDateTime now() {
        return tools.clock().instant().atZone(ZoneId.systemDefault());
    }

    Undoable undoable() {
        return tools.undoable();
    }

    ReadOnlyObjectProperty<ChannelSeen> seenProperty() {
        return seen;
    }

    ReadOnlyObjectProperty<ChannelsSettings> settings() {
        return settings.valueProperty();
    }

    /** Of all else that is shown here, the hub's public address. */
    ReadOnlyObjectProperty<Settings> shownSettings() {
        return tools.desk().shownProperty();
    }

    ChannelRules rules() {
        return settings.get().rules(platform);
    }

    Optional<String> fixedBy(ChannelField field) {
        return tools.desk().fixedBy(platform, field);
    }

    /** One of {@link ChannelSecrets#of}. */
    ChannelSecret secret(Kind kind) {
        ChannelSecret secret = secrets.get(kind);
        if (secret == null) {
            throw new IllegalArgumentException(platform + " has no " + kind);
        }
        return secret;
    }

    void lookForSecrets() {
        secrets.values().forEach(ChannelSecret::look);
    }

    /** Switched on, it has the secrets that we make; nobody has to think of them. */
    void setEnabled(boolean on) {
        Instant now = tools.clock().instant();
        if (on != rules().enabled()) {
            change(rules -> rules.switched(on, now));
            ensureMade();
        }
    }

    void setWebhook(boolean on) {
        settings.change(all -> all.with(all.telegram().withWebhook(on)));
        test.cancel();
        ensureMade();
    }

    private void ensureMade() {
        if (rules().enabled()) {
            secrets.forEach((kind, secret) -> {
                boolean used = platform != Platform.TELEGRAM || telegram().webhook();
                if (kind.madeByUs() && used) {
                    secret.ensure();
                }
            });
        }
    }

    private Telegram telegram() {
        return settings.get().telegram();
    }

    void change(UnaryOperator<ChannelRules> change) {
        settings.change(all -> all.withRules(platform, change.apply(all.rules(platform))));
    }

    /** Something that a test depends on. */
    void changeAccount(UnaryOperator<ChannelsSettings> change) {
        test.cancel();
        settings.change(change);
    }

    List<Persona> personas() {
        return tools.desk().shown().personas().all();
    }

    KnownModels models() {
        return new KnownModels(tools.desk(), texts());
    }

    /** Where the platform delivers, or empty as long as the hub has no public address. */
    Optional<String> webhookAddress() {
        return tools.desk().shown().hub().publicAddress().map(a -> a + platform.webhookPath());
    }

    /** Whether the platform calls the hub, and does not wait to be asked. */
    boolean isCalled() {
        return platform != Platform.TELEGRAM || telegram().webhook();
    }

    ReadOnlyObjectProperty<Progress> testProperty() {
        return test.progressProperty();
    }

    void test() {
        test.judge(
                texts().get("settings.channels.test.running", words.name(platform)),
                () -> {
                    tools.settle();
                    return tools.control().test(platform);
                },
                this::judged);
    }

    private Progress judged(Checked checked) {
        String sentence = words.sentence(platform, checked);
        return switch (checked) {
            case Checked.Ok _ -> new Progress.Passed(sentence);
            case Checked.Failed _ -> new Progress.Failed(sentence);
        };
    }

    void cancelTest() {
        test.cancel();
    }

    private String unexpected() {
        var failed = new Checked.Failed(ChannelState.Problem.UNEXPECTED, "");
        return words.sentence(platform, failed);
    }

    /** Ends what stands in the way of taking messages in. */
    void takeOver() {
        takingOver.start(
                () -> {
                    tools.control().takeOver(platform);
                    return true;
                },
                _ -> {},
                _ -> tools.undoable().navigation().toast(unexpected()));
    }

    /** Goes to the conversation where it waits. */
    void show(Concern concern) {
        showing.start(
                () -> tools.concerned().latest(platform, concern),
                found -> found.ifPresent(tools.undoable().navigation()::openConversation),
                _ -> tools.undoable().navigation().toast(unexpected()));
    }

    ReadOnlyBooleanProperty takingOverProperty() {
        return takingOver.runningProperty();
    }

    void close() {
        test.cancel();
        takingOver.cancel();
        showing.cancel();
    }
}
