package app.prosa.channel.switchboard;

import app.prosa.channel.Opener;
import app.prosa.settings.channels.Platform;
import java.util.concurrent.CountDownLatch;

/** Opens as another one does, but not while a test holds it up. */
final class GatedOpener implements Opener {
    private final Opener opener;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    GatedOpener(Opener opener) {
        this.opener = opener;
    }

    void shut() {
        gate = new CountDownLatch(1);
    }

    void open() {
        gate.countDown();
    }

    @Override
    public Platform platform() {
        return opener.platform();
    }

    @Override
    public Opening open(Setting setting) throws InterruptedException {
        gate.await();
        return opener.open(setting);
    }
}
