import dev.posthorn.client.NewEvent;
import dev.posthorn.client.PosthornClient;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Events that are true but not yet published. Rows leave when Posthorn has them on disk. */
final class Outbox {
    /** As many as Posthorn takes in one call. */
    private static final int BATCH = 1_000;

    private final Connection database;
    private final PosthornClient posthorn;

    Outbox(Connection database, PosthornClient posthorn) throws SQLException {
        this.database = database;
        this.posthorn = posthorn;
        try (Statement statement = database.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS outbox"
                            + "(id INTEGER PRIMARY KEY AUTOINCREMENT, type TEXT, data TEXT)");
        }
    }

    private record Row(long id, String type, String data) {
        /** The row's id makes the key: published again after a crash, it is the same event. */
        NewEvent event() {
            return NewEvent.of(type).dataJson(data).idempotencyKey("orders-outbox-" + id);
        }
    }

    /** To be called in the transaction that makes the event true. */
    void add(String type, String data) throws SQLException {
        try (var insert =
                database.prepareStatement("INSERT INTO outbox(type, data) VALUES (?, ?)")) {
            insert.setString(1, type);
            insert.setString(2, data);
            insert.executeUpdate();
        }
    }

    /**
     * Publishes what waits, oldest first, and says how much it was. Throws when it cannot.
     *
     * @param published runs between publishing and forgetting: the worst moment to crash
     */
    int publish(Runnable published) throws SQLException {
        List<Row> rows = oldest();
        if (!rows.isEmpty()) {
            posthorn.events().publish(rows.stream().map(Row::event).toList());
            // After a crash here they are published again, under the same keys: nothing comes of it.
            published.run();
            removeUntil(rows.get(rows.size() - 1).id());
            database.commit();
        }
        return rows.size();
    }

    private List<Row> oldest() throws SQLException {
        var rows = new ArrayList<Row>();
        try (Statement statement = database.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "SELECT id, type, data FROM outbox ORDER BY id LIMIT " + BATCH)) {
            while (found.next()) {
                rows.add(new Row(found.getLong(1), found.getString(2), found.getString(3)));
            }
        }
        return rows;
    }

    private void removeUntil(long id) throws SQLException {
        try (var delete = database.prepareStatement("DELETE FROM outbox WHERE id <= ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
    }
}
