package app.prosa.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A {@link ChannelHub} that is there to be killed. */
final class KilledChannels {
    private KilledChannels() {}

    /**
     * @param args the data directory, and where Telegram is
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        ChannelHub hub = new ChannelHub(Path.of(args[0]), args[1]);
        hub.begin();
        hub.await(hub::isOpen);
        System.out.println("port " + hub.port());
        new CountDownLatch(1).await();
    }
}
