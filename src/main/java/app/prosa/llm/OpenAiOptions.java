package app.prosa.llm;

import app.prosa.settings.Preset;
import com.openai.azure.AzureUrlPathMode;
import com.openai.azure.credential.AzureApiKeyCredential;
import com.openai.core.ClientOptions;
import com.openai.core.LogLevel;
import com.openai.core.Sleeper;
import com.openai.core.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * How openai-java is set up: without its retries, timers, threads, log and telemetry. Cheap enough
 * to make for every call (3 µs).
 */
final class OpenAiOptions {
    private OpenAiOptions() {}

    static ClientOptions of(Endpoint endpoint, HttpClient http) {
        ClientOptions.Builder options =
                ClientOptions.builder()
                        .httpClient(http)
                        .baseUrl(endpoint.baseUrl())
                        .maxRetries(0) // ours know what the reader was already told
                        .sleeper(NoSleeper.INSTANCE)
                        .streamHandlerExecutor(Runnable::run)
                        .logLevel(LogLevel.OFF)
                        .disableTelemetry(true)
                        .replaceHeaders("User-Agent", "Prosa");
        String key = endpoint.key();
        if (key == null) {
            // The builder insists on a key.
            return options.apiKey("none").removeHeaders("Authorization").build();
        }
        if (endpoint.preset() == Preset.AZURE) {
            return options.azureUrlPathMode(AzureUrlPathMode.UNIFIED)
                    .credential(AzureApiKeyCredential.create(key))
                    .build();
        }
        return options.apiKey(key).build();
    }

    /** Without it, openai-java starts a timer thread. */
    private enum NoSleeper implements Sleeper {
        INSTANCE;

        @Override
        public void sleep(Duration duration) {}

        @Override
        public CompletableFuture<Void> sleepAsync(Duration duration) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {}
    }
}
