package app.prosa.channel.simulator;

/** What the customer's telephone shows. On any thread; returns soon. */
public interface Screen {

    void shows(Shown shown);

    /** One thing that appears there. */
    sealed interface Shown {}

    /**
     * A message of the hub's.
     *
     * @param to the chat's id
     * @param id what the platform calls it
     * @param text as people see it on Telegram; with the marks that WhatsApp makes bold of there
     */
    record Text(String to, String id, String text) implements Shown {}

    /** A message that is still being written. */
    record Draft(String to, String text) implements Shown {}

    /** That a message is being written. */
    record Typing(String to) implements Shown {}

    /** That what the customer wrote was read. */
    record Seen(String to) implements Shown {}

    /**
     * That the hub did not take what happened.
     *
     * @param status what it answered
     */
    record NotTaken(int status) implements Shown {}
}
