package app.prosa.channel.media;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.ChatModel;
import app.prosa.conversation.ChatModelException;
import app.prosa.conversation.ChatOutcome;
import app.prosa.conversation.ChatRequest;
import app.prosa.conversation.ChatRequest.Part;
import app.prosa.conversation.ChatRequest.Role;
import app.prosa.settings.Language;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model that says so when something came that nobody could take in: one sentence before the
 * answer, in the language of the {@link Marks} that stand in what is being answered. Where nothing
 * else came, the sentence is the answer, and the model is not asked.
 */
public final class Candid implements ChatModel {
    /** Who answered where no model was asked. */
    private static final String NOBODY = "Prosa";

    private static final List<Tongue> TONGUES =
            List.of(new Tongue(Language.ENGLISH), new Tongue(Language.PORTUGUESE));

    /** In a group, who said it stands before it. */
    private static final Pattern NAME_ALONE = Pattern.compile("[^\n:]{0,200}:");

    private final ChatModel model;

    public Candid(ChatModel model) {
        this.model = model;
    }

    /** A language, and how its marks are found. */
    private record Tongue(Marks marks, Pattern unopened) {
        Tongue(Language language) {
            this(new Marks(language), new Marks(language).unopened());
        }
    }

    @Override
    public ChatOutcome stream(ChatRequest request, ReplySink sink)
            throws ChatModelException, InterruptedException {
        List<String> asked = answered(request);
        String sorry = sorry(asked);
        if (sorry.isEmpty()) {
            return model.stream(heard(request), sink);
        }
        Polite polite = new Polite(sorry, sink);
        if (asked.stream().allMatch(Candid::isNothingElse)) {
            sink.answer(sorry);
            return new ChatOutcome(NOBODY, null, false);
        }
        ChatOutcome outcome = model.stream(heard(request), polite);
        polite.end();
        return outcome;
    }

    /** What people said since somebody last answered. */
    private static List<String> answered(ChatRequest request) {
        List<Part> parts = request.messages();
        int from = parts.size();
        while (from > 0 && parts.get(from - 1).role() != Role.ASSISTANT) {
            from--;
        }
        return parts.subList(from, parts.size()).stream()
                .filter(part -> part.role() == Role.USER)
                .map(Part::text)
                .toList();
    }

    private static String sorry(List<String> asked) {
        if (asked.stream().noneMatch(text -> text.indexOf(']') >= 0)) {
            return ""; // as nearly always
        }
        for (Tongue tongue : TONGUES) {
            Set<String> kinds = new LinkedHashSet<>();
            for (String text : asked) {
                Matcher marks = tongue.unopened.matcher(text);
                while (marks.find()) {
                    kinds.add(tongue.marks.kind(marks.group(1)));
                }
            }
            if (!kinds.isEmpty()) {
                return tongue.marks.sorry(String.join(", ", kinds));
            }
        }
        return "";
    }

    private static boolean isNothingElse(String text) {
        String rest = text;
        for (Tongue tongue : TONGUES) {
            rest = tongue.unopened.matcher(rest).replaceAll("");
        }
        String stripped = rest.strip();
        boolean named = rest.length() < text.length() && NAME_ALONE.matcher(stripped).matches();
        return stripped.isEmpty() || named;
    }

    /** What was spoken is in the text, or its mark says that it was not understood. */
    private static ChatRequest heard(ChatRequest request) {
        boolean spoken =
                request.messages().stream()
                        .flatMap(part -> part.attachments().stream())
                        .anyMatch(Candid::isRecording);
        return spoken
                ? new ChatRequest(
                        request.model(),
                        request.systemPrompt(),
                        request.messages().stream().map(Candid::heard).toList(),
                        request.temperature(),
                        request.maxTokens())
                : request;
    }

    private static Part heard(Part part) {
        List<Attachment> others = new ArrayList<>(part.attachments());
        others.removeIf(Candid::isRecording);
        return new Part(part.role(), part.text(), others);
    }

    private static boolean isRecording(Attachment file) {
        return file.mediaType().startsWith("audio/") || file.mediaType().startsWith("video/");
    }

    /** Says it before the first word of the answer: a model that fails has said nothing. */
    private static final class Polite implements ReplySink {
        private final ReplySink to;
        private String sorry;

        Polite(String sorry, ReplySink to) {
            this.sorry = sorry;
            this.to = to;
        }

        @Override
        public void answer(String delta) {
            to.answer(sorry.isEmpty() ? delta : sorry + "\n\n" + delta);
            sorry = "";
        }

        /** Of an answer without a word. */
        void end() {
            if (!sorry.isEmpty()) {
                to.answer(sorry);
            }
        }

        @Override
        public void reasoning(String delta) {
            to.reasoning(delta);
        }
    }
}
