package app.prosa.channel.twilio;

import app.prosa.channel.Intake;
import app.prosa.channel.Webhook;
import app.prosa.channel.signature.FormBody;
import app.prosa.channel.signature.TwilioSignature;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Twilio calls when somebody wrote, or a message of ours came further.
 *
 * @param url the public address that Twilio was given, without a query
 * @param reader understands a form whose signature was checked
 */
record TwilioCalls(
        TwilioSignature signature, String url, Function<FormBody, TwilioNews> reader, Intake intake)
        implements Webhook {
    private static final Logger LOG = LoggerFactory.getLogger(TwilioCalls.class);

    @Override
    public Response handle(Request request) {
        String called = request.query().isEmpty() ? url : url + "?" + request.query();
        if (!signature.verify(request.header(TwilioSignature.HEADER), called, request.body())) {
            intake.forged();
            return Response.FORBIDDEN;
        }
        Optional<FormBody> form = FormBody.parse(request.body());
        form.map(reader).ifPresent(this::take);
        return Response.OK_TWIML;
    }

    private void take(TwilioNews news) {
        switch (news) {
            case TwilioNews.Heard heard -> heard.inbound().forEach(intake::take);
            case TwilioNews.Strange strange ->
                    LOG.info("Twilio told what is not for here: {}", strange.what());
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "TwilioCalls";
    }
}
