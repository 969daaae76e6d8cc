package app.prosa.channel.inbound;

import app.prosa.settings.channels.ChannelRules;

/**
 * How an account is used at this moment.
 *
 * @param paused the operator silenced all channels
 */
public record Rules(ChannelRules channel, boolean paused) {}
