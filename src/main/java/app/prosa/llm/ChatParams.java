package app.prosa.llm;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.ChatRequest;
import app.prosa.conversation.ChatRequest.Part;
import com.openai.core.JsonValue;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartImage;
import com.openai.models.chat.completions.ChatCompletionContentPartText;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A request as the API wants it, see <a
 * href="https://platform.openai.com/docs/api-reference/chat/create">its reference</a>.
 */
final class ChatParams {
    private static final JsonValue TRUE = JsonValue.from(true);
    private static final ChatCompletionStreamOptions WITH_USAGE =
            ChatCompletionStreamOptions.builder().includeUsage(true).build();
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private ChatParams() {}

    static ChatCompletionCreateParams of(ChatRequest request, Dialect dialect) {
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
        return params.build();
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
        String text = textWithFiles(part, sees);
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

    private static String textWithFiles(Part part, boolean sees) {
        StringBuilder text = new StringBuilder(part.text());
        for (Attachment file : part.attachments()) {
            if (!sees || !file.isImage()) {
                text.append(text.isEmpty() ? "" : "\n\n").append(block(file));
            }
        }
        return text.toString();
    }

    /** The fence is longer than any inside, so that no file can end its own block. */
    private static String block(Attachment file) {
        String name = file.name().replaceAll("[\\p{Cntrl}\"]", " ");
        if (file.isImage()) {
            return "Attached picture \"%s\" (%s, %d bytes); you cannot see it."
                    .formatted(name, file.mediaType(), file.content().length);
        }
        if (!file.isText()) {
            return "Attached file \"%s\" (%s, %d bytes); its content is not included."
                    .formatted(name, file.mediaType(), file.content().length);
        }
        String content = file.text();
        String fence = "`".repeat(longestRun(content) + 1);
        return "Attached file \"" + name + "\":\n" + fence + "\n" + content + "\n" + fence;
    }

    private static int longestRun(String content) {
        return BACKTICKS
                .matcher(content)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .reduce(2, Math::max);
    }
}
