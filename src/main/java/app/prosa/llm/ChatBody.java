package app.prosa.llm;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.ChatRequest;
import app.prosa.conversation.ChatRequest.Part;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;

/**
 * A request as the API wants it, see <a
 * href="https://platform.openai.com/docs/api-reference/chat/create">its reference</a>, and as
 * openai-java would write it: that took a tenth of all that a call of the hub cost.
 */
final class ChatBody {
    private static final int USUAL = 2048;
    private static final String SYSTEM = "system";
    private static final String USER = "user";

    /** Each call has a thread of its own, so buffers that belong to threads are always new ones. */
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                    .build();

    private final JsonGenerator json;
    private final Dialect dialect;

    private ChatBody(JsonGenerator json, Dialect dialect) {
        this.json = json;
        this.dialect = dialect;
    }

    static byte[] of(ChatRequest request, Dialect dialect) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(USUAL);
                JsonGenerator json = JSON.createGenerator(bytes)) {
            new ChatBody(json, dialect).write(request);
            json.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it consists of texts and numbers
        }
    }

    private void write(ChatRequest request) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("messages");
        if (!request.systemPrompt().isBlank()) {
            message(SYSTEM, request.systemPrompt());
        }
        for (Part part : request.messages()) {
            message(part);
        }
        json.writeEndArray();
        json.writeStringField("model", request.model().model());
        if (dialect.usage()) {
            json.writeObjectFieldStart("stream_options");
            json.writeBooleanField("include_usage", true);
            json.writeEndObject();
        }
        if (request.temperature() != null && dialect.temperature()) {
            json.writeNumberField("temperature", request.temperature());
        }
        json.writeBooleanField("stream", true);
        if (request.maxTokens() != null) {
            json.writeNumberField(dialect.tokenLimit().field(), request.maxTokens());
        }
        json.writeEndObject();
    }

    private void message(Part part) throws IOException {
        switch (part.role()) {
            case SYSTEM -> message(SYSTEM, part.text());
            case ASSISTANT -> message("assistant", part.text());
            case USER -> question(part);
        }
    }

    /** What came with it is shown to the model as far as that sees. */
    private void question(Part part) throws IOException {
        if (part.attachments().isEmpty()) {
            message(USER, part.text());
            return;
        }
        boolean sees = dialect.pictures() == Dialect.Pictures.SHOWN;
        String text = AttachedText.of(part, sees);
        List<Attachment> images =
                part.attachments().stream().filter(file -> sees && file.isImage()).toList();
        if (images.isEmpty()) {
            // A plain text, because not every server takes a list.
            message(USER, text);
        } else {
            question(text, images);
        }
    }

    private void message(String role, String text) throws IOException {
        json.writeStartObject();
        json.writeStringField("content", text);
        json.writeStringField("role", role);
        json.writeEndObject();
    }

    private void question(String text, List<Attachment> images) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("content");
        if (!text.isEmpty()) {
            json.writeStartObject();
            json.writeStringField("text", text);
            json.writeStringField("type", "text");
            json.writeEndObject();
        }
        for (Attachment image : images) {
            json.writeStartObject();
            json.writeObjectFieldStart("image_url");
            json.writeStringField("url", url(image));
            json.writeEndObject();
            json.writeStringField("type", "image_url");
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("role", USER);
        json.writeEndObject();
    }

    private static String url(Attachment image) {
        String data = Base64.getEncoder().encodeToString(image.content());
        return "data:" + image.mediaType() + ";base64," + data;
    }
}
