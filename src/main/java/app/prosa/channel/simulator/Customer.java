package app.prosa.channel.simulator;

/** A person who writes to the hub. Each call returns once the hub has answered or been told. */
public interface Customer {
    /** The chat's id. */
    String id();

    /** As they call themselves; empty where the platform tells no names. */
    String name();

    void says(String text);

    /**
     * Presses a button of the last message.
     *
     * @param data what was put into the button
     * @param label what stands on it
     */
    void presses(String data, String label);

    /** Lets nothing more of the hub's come in. */
    void blocks();

    void unblocks();
}
