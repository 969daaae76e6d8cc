package app.prosa;

import app.prosa.channel.switchboard.Switchboard;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.server.Hub;
import app.prosa.updates.Lookout;

/** What of an open program others ask for, and what of it begins only once it is open. */
record Works(
        ConversationEngine engine,
        ChannelStore channelStore,
        FirstSwitchOn switchedOn,
        Hub hub,
        Switchboard channels,
        Chores chores,
        ClassCache classes,
        Lookout versions) {

    /** Returns at once. */
    void begin() {
        chores.begin();
        classes.begin();
        Thread.ofVirtual().name("hub-start").start(this::startServing);
    }

    /** The hub first: what platforms call has to be there before they are told where it is. */
    private void startServing() {
        switchedOn.note();
        hub.startIfChosen();
        channels.begin();
    }
}
