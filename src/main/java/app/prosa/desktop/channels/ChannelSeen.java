package app.prosa.desktop.channels;

import app.prosa.settings.channels.ChannelFacts;
import app.prosa.settings.channels.ChannelState;

/** What is known of a channel at a moment. */
public record ChannelSeen(ChannelState state, ChannelFacts facts) {}
