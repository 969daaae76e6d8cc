package app.prosa.storage;

import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to channels, the store shows what is on paper; on H2 after a kill, too. */
@Timeout(120)
class AnyChannelTest {
    @TempDir Path dir = Path.of("");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void what_is_done_before_and_after_kills(long seed) {
        Path at = dir.resolve("0");
        Database database = BreakingDisk.database(at);
        ChannelDeeds deeds = new ChannelDeeds(database, seed);
        for (int kill = 1; kill <= 6; kill++) {
            deeds.some(150);
            Path from = at;
            Path to = dir.resolve("" + kill);
            BreakingDisk.still(() -> BreakingDisk.copy(from, to));
            database.close();
            at = to;
            database = BreakingDisk.database(at);
            deeds.goOn(database, kill % 2 == 0);
        }
        database.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void what_is_done_on_a_server(long seed) {
        Database database = TestDatabase.POSTGRES.emptied();
        new ChannelDeeds(database, seed).some(500);
    }
}
