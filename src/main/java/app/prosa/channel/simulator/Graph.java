package app.prosa.channel.simulator;

import app.prosa.channel.json.Json;
import app.prosa.channel.simulator.Side.Call;
import app.prosa.channel.simulator.Side.Reply;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What all of Meta's platforms have in common.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/overview">Meta, Graph API</a>
 */
record Graph(Account account) {
    private static final int UNKNOWN_OBJECT = 100;
    private static final int BAD_TOKEN = 190;

    boolean isLetIn(Call call) {
        return call.authorization().equals("Bearer " + account.token());
    }

    /** The object that is called, without the version before it. */
    static String object(Call call) {
        return call.path().replaceFirst("^/v[0-9.]+/", "");
    }

    static Reply notLetIn() {
        return error(401, BAD_TOKEN, "Invalid OAuth access token.");
    }

    /** As for a file that was deleted: there are none here. */
    static Reply notThere() {
        return error(404, UNKNOWN_OBJECT, "(#100) The object does not exist");
    }

    static Reply error(int status, int code, String message) {
        ObjectNode answer = Json.object();
        answer.putObject("error")
                .put("message", message)
                .put("type", "OAuthException")
                .put("code", code);
        return new Reply(status, answer);
    }

    static Reply success() {
        return new Reply(200, Json.object().put("success", true));
    }

    /** The body of a webhook's request. */
    static ObjectNode body(String object, ObjectNode entry) {
        ObjectNode body = Json.object().put("object", object);
        body.putArray("entry").add(entry);
        return body;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Graph";
    }
}
