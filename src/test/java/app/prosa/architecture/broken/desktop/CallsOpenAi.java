package app.prosa.architecture.broken.desktop;

import com.openai.client.OpenAIClient;

/** Wrong on purpose. */
record CallsOpenAi(OpenAIClient client) {}
