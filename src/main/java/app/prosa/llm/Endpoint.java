package app.prosa.llm;

import app.prosa.conversation.ChatModelException;
import app.prosa.conversation.Failure;
import app.prosa.conversation.Failure.Kind;
import app.prosa.settings.Preset;
import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider answers, and the key it wants.
 *
 * @param baseUrl without a slash at its end; requests go to {@code /chat/completions} and {@code
 *     /models} below it
 * @param key null for none
 */
record Endpoint(Preset preset, String baseUrl, @Nullable String key) {
    private static final String CHAT_PATH = "/chat/completions";
    private static final String AZURE_PATH = "/openai/v1";

    /**
     * @param address as the operator typed it
     * @throws ChatModelException when the address is not one, or the key cannot be one
     */
    static Endpoint of(Preset preset, String address, @Nullable String key)
            throws ChatModelException {
        return new Endpoint(preset, baseUrl(preset, address.strip()), plainKey(key));
    }

    private static String baseUrl(Preset preset, String address) throws ChatModelException {
        URI uri = parse(address);
        String scheme = uri.getScheme();
        if (uri.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw failed(Kind.NETWORK, address);
        }
        if (preset == Preset.AZURE) {
            return azureUrl(uri);
        }
        return withoutEnd(withoutEnd(address, "/"), CHAT_PATH);
    }

    /**
     * Azure's v1 API lies at one path of the resource and needs no api-version, see <a
     * href="https://learn.microsoft.com/azure/ai-foundry/openai/api-version-lifecycle">its
     * documentation</a>; what the portal shows may carry the path of an older API.
     */
    private static String azureUrl(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority() + AZURE_PATH;
    }

    /** Where questions go. */
    URI chat() {
        return URI.create(baseUrl + CHAT_PATH);
    }

    /** What a question says besides itself. */
    HttpFields headers() {
        HttpFields.Mutable headers = HttpFields.build();
        headers.put(HttpHeader.ACCEPT, "text/event-stream");
        headers.put(HttpHeader.USER_AGENT, "Prosa");
        if (key != null && preset == Preset.AZURE) {
            headers.put("api-key", key);
        } else if (key != null) {
            headers.put(HttpHeader.AUTHORIZATION, "Bearer " + key);
        }
        return headers;
    }

    private static URI parse(String address) throws ChatModelException {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw failed(Kind.NETWORK, address);
        }
    }

    private static @Nullable String plainKey(@Nullable String key) throws ChatModelException {
        if (key == null || key.isBlank()) {
            return null;
        }
        String plain = key.strip();
        // A header can hold nothing else, and a pasted key sometimes brings more with it.
        if (!plain.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw failed(Kind.KEY_REFUSED, "");
        }
        return plain;
    }

    private static String withoutEnd(String text, String end) {
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
    }

    private static ChatModelException failed(Kind kind, String detail) {
        return new ChatModelException(Failure.of(kind, detail), null);
    }

    @Override
    public String toString() {
        return "Endpoint[" + preset + " " + baseUrl + "]";
    }
}
