package app.prosa.conversation;

import app.prosa.conversation.ChatRequest.Part;
import app.prosa.conversation.ChatRequest.Role;
import java.util.List;

/**
 * Makes what a model is shown from what is stored. What a customer wrote is only ever a user's
 * message.
 */
final class Prompt {
    private final ConversationStore store;

    Prompt(ConversationStore store) {
        this.store = store;
    }

    ChatRequest of(ModelRef model, TurnPlan plan, MessageId reply) {
        List<Part> parts =
                store.context(reply, plan.contextMessages()).stream().map(this::part).toList();
        return new ChatRequest(
                model, plan.systemPrompt(), parts, plan.temperature(), plan.maxTokens());
    }

    private Part part(Message message) {
        List<Attachment> attachments =
                message.attachments().isEmpty() ? List.of() : store.attachments(message.id());
        return new Part(role(message.author()), message.text(), attachments);
    }

    private static Role role(Author author) {
        return switch (author) {
            case USER -> Role.USER;
            case ASSISTANT, OPERATOR -> Role.ASSISTANT;
            case NOTE -> Role.SYSTEM;
        };
    }
}
