package app.prosa.conversation.delivery;

import java.time.Instant;

/** Who of the programs that share a database does what only one may do. */
public interface Leases {

    /**
     * Takes or extends a lease.
     *
     * @param name of what is to be done, such as {@code telegram:123456}
     * @param owner who wants to, unique among the programs
     * @return whether it is theirs until then
     */
    boolean take(String name, String owner, Instant until, Instant now);

    /** Gives a lease back. */
    void release(String name, String owner);
}
