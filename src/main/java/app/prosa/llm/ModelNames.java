package app.prosa.llm;

import app.prosa.settings.Preset;
import java.util.List;
import java.util.regex.Pattern;

/** The list of a provider's models, made fit for a picker. */
final class ModelNames {
    /**
     * OpenAI's list has models for everything and does not say which of them chat. The last line
     * has those that only the Responses API takes.
     */
    private static final Pattern NOT_FOR_CHAT =
            Pattern.compile(
                    "embedding|tts|whisper|dall-e|moderation|image|audio|realtime|transcribe"
                            + "|translate|sora|davinci|babbage|instruct|similarity|guard"
                            + "|computer-use|deep-research|codex|o\\d+-pro|gpt-5.*-pro");

    private ModelNames() {}

    static List<String> forChat(List<String> names, Preset preset) {
        return names.stream()
                .filter(name -> !name.isBlank())
                .filter(name -> !isMixed(preset) || !NOT_FOR_CHAT.matcher(name).find())
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    private static boolean isMixed(Preset preset) {
        return preset == Preset.OPENAI || preset == Preset.AZURE;
    }
}
