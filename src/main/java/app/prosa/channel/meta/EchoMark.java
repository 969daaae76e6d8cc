package app.prosa.channel.meta;

import org.jspecify.annotations.Nullable;

/** By what an echo of our own message is told from one that somebody else sent. */
public sealed interface EchoMark {

    /**
     * By what was sent in the field {@code metadata} and comes back in the echo. Every message of
     * ours must have it.
     *
     * @param appId our app's, or null. It vouches for messages of other parts of the app
     */
    record Metadata(@Nullable String appId) implements EchoMark {
        /** The longest reference, in UTF-16 units. */
        public static final int MAX_REFERENCE = 900;

        private static final String START = "prosa:";

        /**
         * What to send.
         *
         * @param reference comes back in {@code Inbound.Echo}; or null
         * @throws IllegalArgumentException when it is empty or too long
         */
        public static String write(@Nullable String reference) {
            if (reference == null) {
                return START;
            }
            if (reference.isEmpty() || reference.length() > MAX_REFERENCE) {
                throw new IllegalArgumentException("The reference is empty or too long");
            }
            return START + reference;
        }

        static boolean isOurs(String metadata) {
            return metadata.startsWith(START);
        }

        /** Null when there is none. */
        static @Nullable String reference(String metadata) {
            return metadata.length() > START.length() && isOurs(metadata)
                    ? metadata.substring(START.length())
                    : null;
        }
    }

    /**
     * By the app that Meta says sent it, where Meta says that.
     *
     * @param appId our app's; or null, then nothing tells
     */
    record AppId(@Nullable String appId) implements EchoMark {}
}
