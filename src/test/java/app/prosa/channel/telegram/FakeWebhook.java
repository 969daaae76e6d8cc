package app.prosa.channel.telegram;

/** Where the bot wants its updates posted. */
public record FakeWebhook(String url, String secret, long connections) {}
