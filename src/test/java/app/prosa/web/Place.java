package app.prosa.web;

import java.net.URI;
import java.util.List;

/** A hub that the journey can go to. */
interface Place extends AutoCloseable {
    /** The chat page, with a slash at the end. */
    URI page();

    /** Other origins from which browsers may call. */
    void allow(String origin);

    /** Every connection breaks; nobody answers at the address any more. */
    void goAway();

    /** At the same address, with all that was stored. */
    void comeBack();

    /** The operator writes to the only visitor there is. */
    void replyByHand(String text);

    /** What it did not like about the requests. */
    List<String> complaints();

    @Override
    void close();
}
