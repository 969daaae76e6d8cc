package app.prosa.llm;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.ChatRequest;
import app.prosa.conversation.ChatRequest.Part;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.openai.core.JsonValue;
import com.openai.core.ObjectMappers;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartImage;
import com.openai.models.chat.completions.ChatCompletionContentPartText;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A request as openai-java makes and writes it. */
final class LibraryRequest {
    private static final JsonValue TRUE = JsonValue.from(true);
    private static final ChatCompletionStreamOptions WITH_USAGE =
            ChatCompletionStreamOptions.builder().includeUsage(true).build();

    private LibraryRequest() {}

    static byte[] of(ChatRequest request, Dialect dialect) throws JsonProcessingException {
        ChatCompletionCreateParams.Builder params =
                ChatCompletionCreateParams.builder()
                        .model(request.model().model())
                        .putAdditionalBodyProperty("stream", TRUE);
        if (!request.systemPrompt().isBlank()) {
            params.addSystemMessage(request.systemPrompt());
        }
        boolean sees = dialect.pictures() == Dialect.Pictures.SHOWN;
        request.messages().forEach(part -> add(part, sees, params));
        if (dialect.usage()) {
            params.streamOptions(WITH_USAGE);
        }
        if (request.temperature() != null && dialect.temperature()) {
            params.temperature(request.temperature());
        }
        if (request.maxTokens() != null) {
            params.putAdditionalBodyProperty(
                    dialect.tokenLimit().field(), JsonValue.from(request.maxTokens()));
        }
        return ObjectMappers.jsonMapper().writeValueAsBytes(params.build()._body());
    }

    private static void add(Part part, boolean sees, ChatCompletionCreateParams.Builder to) {
        switch (part.role()) {
            case SYSTEM -> to.addSystemMessage(part.text());
            case ASSISTANT -> to.addAssistantMessage(part.text());
            case USER -> addUser(part, sees, to);
        }
    }

    private static void addUser(Part part, boolean sees, ChatCompletionCreateParams.Builder to) {
        if (part.attachments().isEmpty()) {
            to.addUserMessage(part.text());
            return;
        }
        String text = AttachedText.of(part, sees);
        List<Attachment> images =
                part.attachments().stream().filter(file -> sees && file.isImage()).toList();
        if (images.isEmpty()) {
            // A plain text, because not every server takes a list.
            to.addUserMessage(text);
            return;
        }
        List<ChatCompletionContentPart> content = new ArrayList<>();
        if (!text.isEmpty()) {
            content.add(
                    ChatCompletionContentPart.ofText(
                            ChatCompletionContentPartText.builder().text(text).build()));
        }
        images.forEach(image -> content.add(imagePart(image)));
        to.addUserMessageOfArrayOfContentParts(content);
    }

    private static ChatCompletionContentPart imagePart(Attachment image) {
        String data = Base64.getEncoder().encodeToString(image.content());
        return ChatCompletionContentPart.ofImageUrl(
                ChatCompletionContentPartImage.builder()
                        .imageUrl(
                                ChatCompletionContentPartImage.ImageUrl.builder()
                                        .url("data:" + image.mediaType() + ";base64," + data)
                                        .build())
                        .build());
    }
}
