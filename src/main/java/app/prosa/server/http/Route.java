package app.prosa.server.http;

/**
 * What one path answers to one method.
 *
 * @param template such as {@code /api/conversation/{user_id}/{channel}}; a part in braces takes any
 *     one segment
 * @param bodyLimit the largest body in bytes; 0 for a method that has none
 * @param headless a GET that nobody may ask for the head of alone, because it does not end by
 *     itself
 */
public record Route(
        String method,
        String template,
        Audience audience,
        int bodyLimit,
        boolean headless,
        Endpoint endpoint) {

    /** Who may call it. */
    public enum Audience {
        /** Everybody, also without a key where others need one. */
        EVERYBODY,
        /** This computer, the holder of any key, a visitor for what is their own. */
        TALKERS,
        /** This computer, or the holder of an operator's key. */
        OPERATORS
    }

    public static Route get(String template, Audience audience, Endpoint endpoint) {
        return new Route("GET", template, audience, 0, false, endpoint);
    }

    /** A GET that is answered with events. */
    public static Route stream(String template, Audience audience, Endpoint endpoint) {
        return new Route("GET", template, audience, 0, true, endpoint);
    }

    /**
     * @param bodyLimit the largest body in bytes
     */
    public static Route post(String template, Audience audience, int bodyLimit, Endpoint endpoint) {
        return new Route("POST", template, audience, bodyLimit, false, endpoint);
    }

    /**
     * @param bodyLimit the largest body in bytes
     */
    public static Route patch(
            String template, Audience audience, int bodyLimit, Endpoint endpoint) {
        return new Route("PATCH", template, audience, bodyLimit, false, endpoint);
    }

    public static Route delete(String template, Audience audience, Endpoint endpoint) {
        return new Route("DELETE", template, audience, 0, false, endpoint);
    }
}
