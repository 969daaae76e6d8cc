package app.prosa.conversation;

import app.prosa.conversation.ChatRequest.Part;
import app.prosa.conversation.ChatRequest.Role;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes what a model is shown from what is stored. What a customer wrote is only ever a user's
 * message.
 */
final class Prompt {
    private static final Pattern RESET =
            Pattern.compile("/reset(@\\w+)?", Pattern.CASE_INSENSITIVE);

    private final ConversationStore store;

    Prompt(ConversationStore store) {
        this.store = store;
    }

    ChatRequest of(ModelRef model, TurnPlan plan, Conversation conversation, MessageId reply) {
        List<Message> context = store.context(reply, plan.contextMessages());
        List<Message> shown = conversation.isOwn() ? context : sinceReset(context);
        List<Part> parts = shown.stream().map(this::part).toList();
        return new ChatRequest(
                model, plan.systemPrompt(), parts, plan.temperature(), plan.maxTokens());
    }

    /** Whoever asked on a channel to begin anew is taken at their word. */
    private static List<Message> sinceReset(List<Message> context) {
        for (int i = context.size() - 1; i >= 0; i--) {
            Message message = context.get(i);
            if (message.author() == Author.USER
                    && RESET.matcher(message.text().strip()).matches()) {
                return context.subList(i + 1, context.size());
            }
        }
        return context;
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
