package app.prosa.desktop;

import app.prosa.conversation.ConversationId;
import app.prosa.settings.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Makes the pages of the window, each when it is first needed, and again when the language changes.
 */
public interface Pages {
    /** Before the store is open; see {@link ChatPage#connect}. */
    ChatPage chat(PageContext context);

    /** The browser at the left. */
    ListPage conversations(PageContext context, Services services);

    Page settings(PageContext context, Services services, Navigation.Section section);

    Page firstRun(PageContext context, Services services);

    /** Of the page that {@link #chat} makes. */
    Rehearsal rehearsal(Texts texts);

    /** The list of conversations. */
    interface ListPage extends Page {
        /** Marks the conversation that is open, or none. */
        void select(@Nullable ConversationId id);

        /** Runs when the first rows are there; at once if they are. */
        void whenLoaded(Runnable action);

        void focusSearch();

        /** Lets the title of the conversation that is open be typed, in its row. */
        void renameOpen();

        /** Puts the conversation that is open into the trash. */
        void trashOpen();
    }
}
