package app.prosa.desktop;

import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.ModelDirectory;
import app.prosa.conversation.TurnPlan;
import app.prosa.conversation.delivery.ChannelDesk;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.Secrets;
import app.prosa.settings.channels.ChannelControl;
import app.prosa.settings.hub.HubControl;
import app.prosa.settings.updates.NewVersions;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the window works with, once it is open.
 *
 * @param plans what the next reply of a conversation with these options is made with
 * @param backup writes the conversations into a new file; may take long
 * @param hub what the window turns on and off
 * @param channels how they are, and what the window asks of them
 * @param channelStore with whom channels' conversations are, and how far messages to them are
 * @param channelDesk what the operator decides about both
 * @param dataDir where everything is kept
 * @param version of the program, such as {@code 0.1.0}
 * @param newVersions whether there is a newer one
 */
public record Services(
        ConversationEngine engine,
        LiveSettings settings,
        Secrets secrets,
        ModelDirectory models,
        Function<ConversationOptions, TurnPlan> plans,
        Consumer<Path> backup,
        HubControl hub,
        ChannelControl channels,
        ChannelStore channelStore,
        ChannelDesk channelDesk,
        Path dataDir,
        String version,
        NewVersions newVersions) {}
