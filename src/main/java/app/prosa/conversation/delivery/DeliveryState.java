package app.prosa.conversation.delivery;

/** How far something on its way out is. The names are stored. */
public enum DeliveryState {
    PENDING,
    SENDING,
    /** It may have arrived: the program or the connection ended in the middle of the sending. */
    UNKNOWN,
    SENT,
    DELIVERED,
    READ,
    FAILED;

    /** Whether what a platform says may still change it. */
    public boolean mayBecome(DeliveryState next) {
        return this != FAILED && (next == FAILED ? this != READ : next.compareTo(this) > 0);
    }
}
