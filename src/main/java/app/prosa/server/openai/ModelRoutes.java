package app.prosa.server.openai;

import app.prosa.conversation.ModelRef;
import app.prosa.server.http.ApiError;
import app.prosa.server.http.Exchange;
import app.prosa.server.http.Json;
import app.prosa.server.http.Refusal;
import app.prosa.server.http.Route;
import app.prosa.server.http.Route.Audience;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** {@code /v1/models}: which models there are. */
final class ModelRoutes {
    private final Supplier<ModelList> models;

    ModelRoutes(Supplier<ModelList> models) {
        this.models = models;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/models", Audience.TALKERS, this::list),
                Route.get("/v1/models/{model}", Audience.TALKERS, this::one),
                // Some clients write the slash within a name as it is.
                Route.get("/v1/models/{owner}/{model}", Audience.TALKERS, this::oneOfOwner));
    }

    private void list(Exchange exchange) {
        OpenAiDoor.key(exchange.caller());
        Map<String, ModelRef> known = models.get().models();
        exchange.json(
                200,
                Json.bytes(out -> {
                    out.writeStartObject();
                    out.writeStringField("object", "list");
                    out.writeArrayFieldStart("data");
                    for (Map.Entry<String, ModelRef> entry : known.entrySet()) {
                        write(out, entry);
                    }
                    out.writeEndArray();
                    out.writeEndObject();
                }));
    }

    private void one(Exchange exchange) {
        answer(exchange, exchange.parameter(0));
    }

    private void oneOfOwner(Exchange exchange) {
        answer(exchange, exchange.parameter(0) + "/" + exchange.parameter(1));
    }

    private void answer(Exchange exchange, String name) {
        OpenAiDoor.key(exchange.caller());
        Map.Entry<String, ModelRef> found =
                models.get()
                        .find(name)
                        .orElseThrow(() -> new Refusal(ApiError.MODEL_NOT_FOUND, name));
        exchange.json(200, Json.bytes(out -> write(out, found)));
    }

    private static void write(JsonGenerator out, Map.Entry<String, ModelRef> model)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("id", model.getKey());
        out.writeStringField("object", "model");
        // When a model was made, no provider tells all of its clients.
        out.writeNumberField("created", 0);
        out.writeStringField("owned_by", model.getValue().provider());
        out.writeEndObject();
    }
}
