package app.prosa.channel.twilio;

import app.prosa.channel.json.Json;
import app.prosa.testing.http.FixedAnswer;

/** The fake says no, in Twilio's words. */
final class FakeRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final int code;

    FakeRefused(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static FakeRefused bad(int code, String message) {
        return new FakeRefused(400, code, message);
    }

    static FakeRefused notFound(String target) {
        return new FakeRefused(404, 20404, "The requested resource " + target + " was not found");
    }

    FixedAnswer answer() {
        return FixedAnswer.json(
                status,
                Json.object()
                        .put("code", code)
                        .put("message", getMessage())
                        .put("more_info", "https://www.twilio.com/docs/errors/" + code)
                        .put("status", status));
    }

    /** Where nobody asked for JSON. */
    FixedAnswer inXml() {
        String xml =
                "<?xml version='1.0' encoding='UTF-8'?>\n<TwilioResponse><RestException><Code>"
                        + code
                        + "</Code><Message>"
                        + getMessage()
                        + "</Message><Status>"
                        + status
                        + "</Status></RestException></TwilioResponse>";
        return FixedAnswer.text(status, "Content-Type: application/xml\r\n", xml);
    }
}
