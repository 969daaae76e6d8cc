package app.prosa.desktop.settings;

import app.prosa.conversation.ModelRef;
import app.prosa.settings.Environment;
import app.prosa.settings.Preset;
import app.prosa.settings.Settings;
import app.prosa.settings.Settings.ModelChoice;
import app.prosa.settings.Settings.Models;
import app.prosa.settings.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;

/** One provider: its name, address, key and models, and whether it works. */
public final class ProviderViewModel implements KeyEntry, AutoCloseable {
    private final String id;
    private final ProviderTools tools;
    private final Slice<Models> models;
    private final ReadOnlyObjectWrapper<Settings.Provider> provider;
    private final ReadOnlyObjectWrapper<KeyState> key =
            new ReadOnlyObjectWrapper<>(new KeyState.Looking());
    private final ReadOnlyObjectWrapper<BaseUrl> address;
    private final ReadOnlyStringWrapper nameProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper model;
    private final ReadOnlyBooleanWrapper chosen = new ReadOnlyBooleanWrapper();
    private final Attempt check;
    private final Attempt fetch;
    private final Subscription following;

    public ProviderViewModel(Settings.Provider provider, ProviderTools tools) {
        this.id = provider.id();
        this.tools = tools;
        this.models = tools.models();
        this.provider = new ReadOnlyObjectWrapper<>(provider);
        this.address =
                new ReadOnlyObjectWrapper<>(BaseUrl.of(provider.preset(), provider.baseUrl()));
        this.model = new ReadOnlyStringWrapper(firstModel(provider));
        this.check = tools.attempt(() -> provider().name(), model::get);
        this.fetch = tools.attempt(() -> provider().name(), () -> "");
        this.following = models.valueProperty().subscribe(this::follow);
        lookForKey();
    }

    public Settings.Provider provider() {
        return provider.get();
    }

    ReadOnlyObjectProperty<Settings.Provider> providerProperty() {
        return provider.getReadOnlyProperty();
    }

    Preset preset() {
        return provider().preset();
    }

    /** It is not the operator's to change. */
    boolean isFromEnvironment() {
        return id.equals(Environment.PROVIDER);
    }

    @Override
    public ReadOnlyObjectProperty<KeyState> keyProperty() {
        return key.getReadOnlyProperty();
    }

    /** What is typed as the address, read as one. */
    ReadOnlyObjectProperty<BaseUrl> addressProperty() {
        return address.getReadOnlyProperty();
    }

    ReadOnlyStringProperty nameProblemProperty() {
        return nameProblem.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty modelProperty() {
        return model.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Progress> checkProperty() {
        return check.progressProperty();
    }

    public ReadOnlyObjectProperty<Progress> fetchProperty() {
        return fetch.progressProperty();
    }

    /** Whether new conversations get a model of this provider. */
    ReadOnlyBooleanProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    boolean isChosen() {
        return isChosenIn(models.get());
    }

    private boolean isChosenIn(Models now) {
        ModelChoice choice = now.chosen();
        return choice != null && choice.providerId().equals(id);
    }

    void rename(String typed) {
        String name = typed.strip();
        nameProblem.set(name.isEmpty() ? tools.texts().get("settings.name.blank") : "");
        if (!name.isEmpty()) {
            change(p -> new Settings.Provider(id, p.preset(), name, p.baseUrl(), p.models()));
        }
    }

    /** Reads the address while it is being typed. */
    void typeAddress(String typed) {
        address.set(BaseUrl.of(preset(), typed));
    }

    /** Keeps the address, if it is one. */
    public void setAddress(String typed) {
        typeAddress(typed);
        if (address.get() instanceof BaseUrl.Valid valid
                && !valid.baseUrl().equals(provider().baseUrl())) {
            outdate();
            change(p ->
                    new Settings.Provider(id, p.preset(), p.name(), valid.baseUrl(), p.models()));
        }
    }

    @Override
    public void storeKey(String typed) {
        String secret = typed.strip();
        if (!secret.isEmpty()) {
            outdate();
            key.set(new KeyState.Looking());
            tools.keys().store(provider(), secret, key::set);
        }
    }

    @Override
    public void removeKey(Undoable undoable) {
        outdate();
        tools.keys().take(id, restore -> keyTaken(undoable, restore));
    }

    private void keyTaken(Undoable undoable, Runnable restore) {
        lookForKey();
        undoable.say(
                tools.texts().get("settings.key.removed", provider().name()),
                () -> {
                    restore.run();
                    lookForKey();
                });
    }

    /** Asks again how it stands with the key, such as after the place was unlocked. */
    void lookForKey() {
        tools.keys().look(provider(), key::set);
    }

    /** Any name; it is used at once where this provider is the one of new conversations. */
    public void setModel(String typed) {
        String name = typed.strip();
        if (name.equals(model.get())) {
            return;
        }
        check.cancel();
        model.set(name);
        if (!name.isEmpty() && !isFromEnvironment()) {
            models.change(withModelOfNewChats(name));
        }
    }

    /** In one change: between two, the name chosen before would come back into the field. */
    private UnaryOperator<Models> withModelOfNewChats(String name) {
        boolean choose = isChosen() || models.get().chosen() == null;
        UnaryOperator<Models> known = ModelsEdit.change(id, p -> withModel(p, name));
        return choose
                ? m -> ModelsEdit.choose(new ModelChoice(id, name)).apply(known.apply(m))
                : known;
    }

    private static Settings.Provider withModel(Settings.Provider p, String name) {
        if (p.models().contains(name)) {
            return p;
        }
        List<String> all = new ArrayList<>(p.models());
        all.addFirst(name);
        return new Settings.Provider(p.id(), p.preset(), p.name(), p.baseUrl(), all);
    }

    /** New conversations get this model. */
    public void choose() {
        if (!model.get().isEmpty()) {
            models.change(ModelsEdit.choose(new ModelChoice(id, model.get())));
        }
    }

    public void check() {
        if (model.get().isEmpty()) {
            check.fail(tools.texts().get("settings.check.noModel"));
            return;
        }
        ModelRef asked = new ModelRef(id, model.get());
        check.start(
                tools.texts().get("settings.check.running", asked.model()),
                () -> {
                    tools.settle();
                    return tools.directory().check(asked);
                },
                this::checked);
    }

    private String checked(Duration took) {
        return tools.texts().get("settings.check.passed", model.get(), took.toMillis());
    }

    public void cancelCheck() {
        check.cancel();
    }

    public void fetchModels() {
        fetch.start(
                tools.texts().get("settings.fetch.running"),
                () -> {
                    tools.settle();
                    return tools.directory().models(id);
                },
                this::fetched);
    }

    private String fetched(List<String> names) {
        change(p -> new Settings.Provider(id, p.preset(), p.name(), p.baseUrl(), names));
        if (model.get().isEmpty() && !names.isEmpty()) {
            setModel(names.getFirst());
        }
        Texts texts = tools.texts();
        return texts.get("settings.fetch.passed", names.size());
    }

    public void cancelFetch() {
        fetch.cancel();
    }

    /** What was found out was about another address or key. */
    private void outdate() {
        check.cancel();
        fetch.cancel();
    }

    private void change(UnaryOperator<Settings.Provider> change) {
        models.change(ModelsEdit.change(id, change));
    }

    private void follow(Models now) {
        now.provider(id).ifPresent(provider::set);
        ModelChoice choice = now.chosen();
        chosen.set(isChosenIn(now));
        if (choice != null && isChosenIn(now) && !choice.model().equals(model.get())) {
            check.cancel();
            model.set(choice.model());
        }
    }

    private static String firstModel(Settings.Provider provider) {
        return provider.models().isEmpty() ? "" : provider.models().getFirst();
    }

    @Override
    public void close() {
        outdate();
        following.unsubscribe();
        models.close();
    }
}
