package app.prosa.desktop;

import app.prosa.conversation.ConversationId;

/** Where the window can be sent. On the JavaFX thread. */
public interface Navigation {
    /** Opens a conversation, or the one after it in the list if it is gone. */
    void openConversation(ConversationId id);

    /** Shows an empty chat, made in the store when its first message is sent. */
    void newChat();

    void openSettings(Section section);

    /** Back from the settings or the first run to the conversation that was open. */
    void back();

    /**
     * Says something in passing, with one thing that can be done about it.
     *
     * @param action what the button says
     */
    void toast(String text, String action, Runnable onAction);

    void toast(String text);

    /** The pages of the settings. */
    enum Section {
        GENERAL,
        APPEARANCE,
        MODELS,
        PERSONAS,
        CHANNELS,
        SERVER,
        DATA,
        ABOUT
    }
}
