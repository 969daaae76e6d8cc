package app.prosa.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a model.
 *
 * @param model which one
 * @param systemPrompt blank for none
 * @param messages oldest first; the last one is a user's
 * @param temperature 0 to 2, or null for the provider's default
 * @param maxTokens the longest answer, or null for the provider's default
 */
public record ChatRequest(
        ModelRef model,
        String systemPrompt,
        List<Part> messages,
        @Nullable Double temperature,
        @Nullable Integer maxTokens) {

    /** A message as the model sees it. */
    public record Part(Role role, String text, List<Attachment> attachments) {
        public Part {
            attachments = List.copyOf(attachments);
        }
    }

    public boolean hasPictures() {
        return messages.stream()
                .flatMap(part -> part.attachments().stream())
                .anyMatch(Attachment::isImage);
    }

    /** Who speaks, to the model. */
    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT
    }
}
