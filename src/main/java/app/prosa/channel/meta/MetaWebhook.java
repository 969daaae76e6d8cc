package app.prosa.channel.meta;

import app.prosa.channel.Intake;
import app.prosa.channel.Webhook;
import app.prosa.channel.signature.FormBody;
import app.prosa.channel.signature.MetaSignature;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What Meta calls: once to see whose webhook it is, then with what happened.
 *
 * @param reader understands a body whose signature was checked
 */
public record MetaWebhook(
        VerifyToken verify,
        MetaSignature signature,
        Function<byte[], WebhookEvents> reader,
        Intake intake)
        implements Webhook {
    @Override
    public Response handle(Request request) {
        if (request.method().equals("GET") || request.method().equals("HEAD")) {
            return answer(request);
        }
        if (!signature.verify(request.header(MetaSignature.HEADER), request.body())) {
            intake.forged();
            return Response.FORBIDDEN;
        }
        reader.apply(request.body()).inbound().forEach(intake::take);
        return Response.OK_JSON;
    }

    private Response answer(Request request) {
        Optional<FormBody> query = FormBody.parse(request.query().getBytes(StandardCharsets.UTF_8));
        Optional<String> challenge =
                query.flatMap(fields ->
                        verify.answer(
                                first(fields, "mode"),
                                first(fields, "verify_token"),
                                first(fields, "challenge")));
        return challenge.map(word -> Response.text(200, word)).orElse(Response.FORBIDDEN);
    }

    private static @Nullable String first(FormBody query, String name) {
        return query.first(String.join(".", "hub", name)).orElse(null);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "MetaWebhook";
    }
}
