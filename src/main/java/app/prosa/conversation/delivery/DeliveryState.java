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

    /** Whether it waits for us: time alone does not make it a thing of the past. */
    public boolean isUnderWay() {
        return this == PENDING || this == SENDING;
    }

    /** Whether what a platform says may still change it. */
    public boolean mayBecome(DeliveryState next) {
        return this != FAILED && (next == FAILED ? this != READ : next.compareTo(this) > 0);
    }
}
