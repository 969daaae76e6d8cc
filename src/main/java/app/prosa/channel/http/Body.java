package app.prosa.channel.http;

/** The bytes of an answer. */
public final class Body {
    private final byte[] bytes;

    Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Not a copy: whoever has the body has it for good. */
    public byte[] bytes() {
        return bytes;
    }

    /** Only how many: what a platform answers is not for the log. */
    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
