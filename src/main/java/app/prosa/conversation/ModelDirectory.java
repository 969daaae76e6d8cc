package app.prosa.conversation;

import java.time.Duration;
import java.util.List;

/**
 * What can be asked about a provider besides chatting. Both calls block; interrupting them closes
 * the connection.
 */
public interface ModelDirectory {
    /**
     * The names of the provider's chat models, sorted for a person.
     *
     * @param provider its id in the settings
     */
    List<String> models(String provider) throws ChatModelException, InterruptedException;

    /** Makes one real, tiny chat call and says how long it took. */
    Duration check(ModelRef model) throws ChatModelException, InterruptedException;

    /**
     * Asks whether a server answers {@code GET {baseUrl}/models} without a key, such as an Ollama
     * on this computer.
     *
     * @return its models, or an empty list if nothing answers within a second
     */
    List<String> probe(String baseUrl) throws InterruptedException;
}
