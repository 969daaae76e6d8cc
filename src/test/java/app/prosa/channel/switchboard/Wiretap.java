package app.prosa.channel.switchboard;

import app.prosa.channel.Inbound;
import app.prosa.channel.Intake;
import app.prosa.channel.Opener;
import app.prosa.channel.Source;
import app.prosa.settings.channels.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Listens to what a platform's adapter makes of what the platform tells, and lets it pass. */
record Wiretap(Opener opener, BlockingQueue<Inbound> heard) implements Opener {

    static Wiretap on(Opener opener) {
        return new Wiretap(opener, new LinkedBlockingQueue<>());
    }

    /** What was heard since the last time. */
    List<Inbound> take() {
        List<Inbound> all = new ArrayList<>();
        heard.drainTo(all);
        return all;
    }

    @Override
    public Platform platform() {
        return opener.platform();
    }

    @Override
    public Opening open(Setting setting) throws InterruptedException {
        Opening opening = opener.open(setting);
        return opening instanceof Open open
                ? new Open(open.channel(), new Tapped(open.source()), webhooks(open))
                : opening;
    }

    private Map<String, WebhookMaker> webhooks(Open open) {
        Map<String, WebhookMaker> tapped = new HashMap<>();
        open.webhooks().forEach((path, maker) -> tapped.put(path, to -> maker.into(between(to))));
        return tapped;
    }

    private Intake between(Intake to) {
        return new Intake() {
            @Override
            public void take(Inbound inbound) {
                to.take(inbound);
                heard.add(inbound);
            }

            @Override
            public void forged() {
                to.forged();
            }
        };
    }

    private final class Tapped implements Source {
        private final Source source;

        Tapped(Source source) {
            this.source = source;
        }

        @Override
        public void begin(Intake intake, Watcher watcher) {
            source.begin(between(intake), watcher);
        }

        @Override
        public void takeOver() {
            source.takeOver();
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
