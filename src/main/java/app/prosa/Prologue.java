package app.prosa;

import app.prosa.channel.simulator.Account;
import app.prosa.channel.simulator.Customer;
import app.prosa.settings.Texts;
import app.prosa.settings.channels.Platform;

/** What a person reads when a simulation begins: who is who, and what can be typed. */
record Prologue(Terminal terminal) {

    void say(Account account, Customer customer, boolean demo) {
        Texts texts = terminal.texts();
        String channel = channel(account.platform());
        String name = customer.name().isEmpty() ? customer.id() : customer.name();
        line(texts.get("app.simulate.hello", channel, name, account.name()));
        if (demo) {
            line(texts.get("app.serve.demo"));
        }
        line(texts.get("app.simulate.how", Play.PRESS, Play.BLOCK, Play.UNBLOCK, Play.QUIT));
    }

    private String channel(Platform platform) {
        Texts texts = terminal.texts();
        return switch (platform) {
            case TELEGRAM -> texts.get("list.channel.telegram");
            case WHATSAPP, TWILIO -> texts.get("list.channel.whatsapp");
            case INSTAGRAM -> texts.get("list.channel.instagram");
            case MESSENGER -> texts.get("app.simulate.messenger");
        };
    }

    private void line(String text) {
        terminal.out().println(text);
    }
}
