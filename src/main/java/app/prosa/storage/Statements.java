package app.prosa.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does many changes one after the other, and makes each kind of statement ready once. */
final class Statements implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> ready = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    void run(Collection<Change> changes) throws SQLException {
        for (Change change : changes) {
            PreparedStatement statement = ready.get(change.sql());
            if (statement == null) {
                statement = connection.prepareStatement(change.sql());
                ready.put(change.sql(), statement);
            }
            int at = 0;
            for (@Nullable Object parameter : change.parameters()) {
                statement.setObject(++at, parameter);
            }
            statement.execute();
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : ready.values()) {
            statement.close();
        }
        ready.clear();
    }
}
