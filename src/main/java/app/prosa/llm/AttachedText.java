package app.prosa.llm;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.ChatRequest.Part;
import java.util.regex.Pattern;

/** What a model is told of the files that came with a message, behind the message's own text. */
final class AttachedText {
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private AttachedText() {}

    /**
     * @param sees whether it is shown the pictures themselves
     */
    static String of(Part part, boolean sees) {
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
