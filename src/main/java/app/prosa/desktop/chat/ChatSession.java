package app.prosa.desktop.chat;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.Author;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEvent;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import app.prosa.conversation.TurnPlan;
import app.prosa.desktop.FxThread;
import app.prosa.desktop.Navigation;
import app.prosa.desktop.PageContext;
import app.prosa.desktop.Services;
import app.prosa.desktop.Shortcut;
import app.prosa.desktop.Views;
import app.prosa.desktop.transcript.TranscriptView;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.Settings;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The chat page once the store is open: brings its parts together. */
final class ChatSession implements AutoCloseable {
    static final Set<Shortcut> SHORTCUTS =
            EnumSet.of(
                    Shortcut.STOP,
                    Shortcut.REGENERATE,
                    Shortcut.COPY_REPLY,
                    Shortcut.COPY_CODE,
                    Shortcut.CHOOSE_MODEL,
                    Shortcut.FIND,
                    Shortcut.FIND_NEXT,
                    Shortcut.FIND_PREVIOUS);

    private final PageContext context;
    private final Services services;
    private final ComposerViewModel composing;
    private final ComposerController composer;
    private final Commands commands;
    private final Drafts drafts;
    private final ChatViewModel model;
    private final ChatNames names;
    private final Refusals refusals;
    private final ChatHeaderController header;
    private final CorrespondentController correspondent;
    private final InspectorController inspector;
    private final TranscriptHost transcript;
    private final FindViewModel finder;
    private final Copies copies;
    private final EmptyChat empty;
    private final ModelPicker picker;
    private final Attaching attaching;
    private final StackPane center = new StackPane();
    private final LiveSettings.Subscription settingsChanges;
    private @Nullable FindBar findBar;

    ChatSession(
            PageContext context,
            Services services,
            ComposerViewModel composing,
            ComposerController composer,
            BorderPane root,
            StackPane inspectorPane) {
        this.context = context;
        this.services = services;
        this.composing = composing;
        this.composer = composer;
        this.names = new ChatNames(context.texts(), services.settings()::current);
        this.refusals = new Refusals(context);
        this.commands = new Commands(refusals::say);
        this.drafts = new Drafts(services.engine().conversations(), commands, composing);
        this.model = new ChatViewModel(services.engine(), commands);
        this.header = new ChatHeaderController(context.texts(), new HeaderActions(this, model));
        this.correspondent = CorrespondentController.of(services, commands, context.texts());
        this.inspector = new InspectorController(context.texts(), o -> model.setOptions(old -> o));
        this.picker = new ModelPicker(context.texts(), model::setModel, this::manageModels);
        this.attaching = new Attaching(context, this::attachments, commands);
        this.copies = new Copies(context);
        MessageActions actions =
                new MessageActions(
                        context,
                        this,
                        services.engine().conversations(),
                        services.channelDesk(),
                        commands);
        this.transcript =
                new TranscriptHost(
                        services.engine(),
                        services.channelStore().outbox(),
                        commands,
                        refusals::unreadable,
                        background ->
                                new TranscriptView(
                                        context.texts(), actions, names::sentence, background));
        this.finder = transcript.finder();
        this.empty = new EmptyChat(context, services, composing, composer);
        root.setTop(new VBox(load("chat_header", header), load("correspondent", correspondent)));
        center.getChildren().setAll(empty.root(), transcript.root());
        root.setCenter(center);
        inspectorPane.getChildren().setAll(load("inspector", inspector));
        model.setOnEvent(this::heard);
        model.conversation().subscribe(this::conversationChanged);
        model.options().subscribe(this::refresh);
        conversationChanged(null, null);
        settingsChanges = services.settings().subscribe(change -> FxThread.run(this::refresh));
        refresh();
    }

    /** Who takes attachments into the chat in front, wherever the page is by then. */
    private Consumer<List<Attachment>> attachments() {
        Chat into = model.chat();
        return more -> drafts.attach(into, more);
    }

    private Node load(String view, Object controller) {
        return Views.load(view, controller, context.texts());
    }

    Settings settings() {
        return services.settings().current();
    }

    ReadOnlyBooleanProperty writing() {
        return model.writing();
    }

    /** The conversation shown, or null for a new one. */
    ObservableValue<@Nullable ConversationId> shownId() {
        return model.shownId();
    }

    // Which conversation is shown

    void open(ConversationId id) {
        if (model.open(id, () -> context.navigation().newChat())) {
            drafts.enter(model.chat());
        }
    }

    void openNew(String text) {
        model.openNew();
        if (text.isEmpty()) {
            drafts.enter(model.chat());
        } else {
            drafts.enter(model.chat(), text);
        }
        composer.focus();
    }

    private void conversationChanged(@Nullable Conversation before, @Nullable Conversation now) {
        if (now == null || before == null || !now.id().equals(before.id())) {
            empty.root().setVisible(now == null);
            transcript.show(now);
            if (findBar != null) {
                findBar.shows(now == null ? null : now.id());
            }
        }
        header.show(now);
        correspondent.show(now);
        composer.speakInPerson(isFromOutside());
        refresh();
    }

    /** Whether the conversation is somebody else's, who reads what the operator writes. */
    private boolean isFromOutside() {
        Conversation now = model.conversation().get();
        return now != null && !now.isOwn();
    }

    /** Names and defaults that come from the settings as much as from the conversation. */
    private void refresh() {
        Settings now = settings();
        TurnPlan plan = services.plans().apply(model.options().get());
        String name = names.model(plan.model());
        header.setModelName(name);
        composer.setModelName(name);
        header.showPersonas(now.personas().all(), names.persona(now, model.options().get()));
        inspector.show(model.conversation().get(), model.options().get(), plan);
        empty.show(plan.model());
        transcript.look(now.appearance());
    }

    // What the composer asks for

    void send() {
        if (composing.isEditing()) {
            sendEdited();
        } else if (!composing.composition().isBlank()) {
            send(drafts.take());
        }
    }

    void send(Composition taken) {
        Chat into = model.chat();
        transcript.follow();
        model.send(taken, e -> refused(into, taken, e));
    }

    private void sendEdited() {
        var message = composing.editing().get();
        String text = composing.text().get();
        if (message == null || text.isBlank()) {
            return;
        }
        Chat into = model.chat();
        composing.endEdit();
        model.edit(message.id(), text, transcript::follow, e -> refused(into, message, text, e));
    }

    private void refused(Chat into, Composition taken, RuntimeException e) {
        drafts.giveBack(into, taken);
        refusals.say(e);
    }

    private void refused(Chat into, Message edited, String text, RuntimeException e) {
        if (into == model.chat()) {
            composing.edit(edited);
            composing.text().set(text);
        } else {
            drafts.giveBack(into, new Composition(text, List.of()));
        }
        refusals.say(e);
    }

    void stop() {
        model.stop();
    }

    /** Asks the model as if it had been typed. */
    void ask(String text) {
        if (!isTheirs()) {
            send(new Composition(text, List.of()));
        }
    }

    /** Says so where the model is asked by somebody else. */
    private boolean isTheirs() {
        boolean theirs = isFromOutside();
        if (theirs) {
            context.navigation().toast(context.texts().get("chat.refused.theirs"));
        }
        return theirs;
    }

    void editLast() {
        if (!isFromOutside()) {
            transcript.last(Author.USER, this::edit);
        }
    }

    void edit(Message message) {
        if (isTheirs()) {
            return;
        }
        composing.edit(message);
        composer.focus();
    }

    void quote(String text) {
        composing.quote(text);
        composer.focus();
    }

    void regenerate(Message reply) {
        transcript.follow();
        model.regenerate(reply.id());
    }

    void focusComposer() {
        composer.focus();
    }

    void copyAll() {
        transcript.all(copies::conversation);
    }

    /** The list asks, moves on and offers to undo, as for any other conversation. */
    void trash() {
        context.shortcuts().run(Shortcut.TRASH, 0);
    }

    void chooseModel(Node near) {
        picker.show(near, settings());
    }

    private void manageModels() {
        context.navigation().openSettings(Navigation.Section.MODELS);
    }

    void chooseFiles() {
        attaching.choose();
    }

    boolean attachFrom(Clipboard clipboard) {
        // What is said in person is text.
        return !isFromOutside() && attaching.takeFrom(clipboard);
    }

    boolean pressed(Shortcut shortcut) {
        switch (shortcut) {
            case STOP -> {
                if (!model.writing().get()) {
                    return false;
                }
                stop();
            }
            case REGENERATE -> transcript.last(Author.ASSISTANT, this::regenerate);
            case COPY_REPLY -> transcript.last(Author.ASSISTANT, copies::reply);
            case COPY_CODE -> transcript.last(Author.ASSISTANT, copies::lastCode);
            case CHOOSE_MODEL -> chooseModel(header.modelButton());
            case FIND, FIND_NEXT, FIND_PREVIOUS -> {
                return find(shortcut);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean find(Shortcut shortcut) {
        ConversationId in = model.shownId().get();
        if (in == null) {
            return false;
        }
        FindBar bar = findBar();
        if (shortcut == Shortcut.FIND || !bar.isOpen()) {
            bar.open(in);
        } else {
            bar.step(shortcut == Shortcut.FIND_PREVIOUS);
        }
        return true;
    }

    /** Made when it is first asked for. */
    private FindBar findBar() {
        FindBar bar = findBar;
        if (bar == null) {
            bar = new FindBar(center, finder, context.texts(), composer::focus);
            findBar = bar;
        }
        return bar;
    }

    private void heard(ConversationEvent event) {
        switch (event) {
            case ConversationEvent.StoreTroubled trouble -> refusals.trouble(trouble.reason());
            case ConversationEvent.MessageAdded added -> finder.changed();
            case ConversationEvent.MessageChanged changed -> finder.changed();
            case ConversationEvent.PathChanged path -> finder.changed();
            default -> {}
        }
    }

    /**
     * Twice: what a command gives back, such as a message that was refused, is kept too; and where
     * the page is then, after a first message has made its conversation, is where it was left.
     */
    CompletableFuture<Void> flush() {
        drafts.flush();
        return commands.told()
                .thenCompose(done -> {
                    drafts.flush();
                    return commands.idle();
                });
    }

    /** See {@link app.prosa.desktop.ChatPage#keep}. */
    CompletableFuture<Void> keep() {
        return drafts.keep();
    }

    @Override
    public void close() {
        settingsChanges.close();
        model.close();
        correspondent.close();
        finder.close();
        transcript.close();
        drafts.close();
        commands.close();
    }
}
