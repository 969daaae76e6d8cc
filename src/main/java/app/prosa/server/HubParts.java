package app.prosa.server;

import app.prosa.channel.Webhook;
import app.prosa.conversation.ChatModel;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.UsageLog;
import app.prosa.conversation.delivery.ChannelDesk;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.Secrets;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the hub works with.
 *
 * @param model what the door for clients of the OpenAI API asks, without a conversation
 * @param usage where it is counted
 * @param channels what answers platforms, and what an operator decides about who writes there
 * @param apiKey a key of the operator's scope from outside, besides those stored
 * @param keystorePassword of the TLS keystore, from outside; otherwise it is looked for among the
 *     secrets, as {@value #KEYSTORE_SECRET}
 * @param version of the program
 */
public record HubParts(
        ConversationEngine engine,
        ChatModel model,
        UsageLog usage,
        Channels channels,
        LiveSettings settings,
        Secrets secrets,
        Optional<String> apiKey,
        Optional<String> keystorePassword,
        Clock clock,
        String version) {

    /** Where the password of the keystore is kept. */
    public static final String KEYSTORE_SECRET = "hub/keystore";

    /**
     * The hub's side of the channels.
     *
     * @param webhooks what answers platforms at a path; empty where no channel is open
     */
    public record Channels(
            Function<String, Optional<Webhook>> webhooks, ChannelStore store, ChannelDesk desk) {}

    /** Without the keys. */
    @Override
    public String toString() {
        return "HubParts[" + version + "]";
    }
}
