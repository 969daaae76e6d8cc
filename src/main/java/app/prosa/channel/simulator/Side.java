package app.prosa.channel.simulator;

import app.prosa.channel.json.Fields;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the stand-in is for one platform. Friendly: it believes what it is told. */
sealed interface Side permits TelegramSide, WhatsAppSide, MessagingSide {

    /**
     * A call of the platform's API.
     *
     * @param path from the slash on, without a query
     * @param authorization the header of that name; may be empty
     * @param body without fields when there was none
     */
    record Call(String method, String path, String authorization, Fields body) {

        /** Without what it says: a token may be in it. */
        @Override
        public String toString() {
            return method;
        }
    }

    record Reply(int status, ObjectNode body) {}

    /** Answers the hub. May wait, as a platform does. */
    Reply answer(Call call) throws InterruptedException;

    Customer customer();

    /** Posts or hands out what a platform once posted. */
    void replay(byte[] body);

    /** The telephone tells the platform what became of all that arrived, and that tells the hub. */
    void report();

    /** Whether the hub has all that happened. */
    boolean isTaken();

    /** Whoever waits for an answer gets it now. */
    void close();
}
