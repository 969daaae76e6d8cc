package app.prosa.desktop;

import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.ModelDirectory;
import app.prosa.conversation.TurnPlan;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.Secrets;
import app.prosa.settings.channels.ChannelControl;
import app.prosa.settings.hub.HubControl;
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
 * @param dataDir where everything is kept
 * @param version of the program, such as {@code 0.1.0}
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
        Path dataDir,
        String version) {}
