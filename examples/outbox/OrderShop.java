import dev.posthorn.client.PosthornClient;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Takes orders and tells the world. Run as {@code OrderShop <database> <orders>}; {@code --crash}
 * behind them ends it between publishing and forgetting, which is the worst moment there is.
 */
final class OrderShop {
    private final Connection database;
    private final Outbox outbox;

    private OrderShop(Connection database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    public static void main(String[] args) throws SQLException {
        var posthorn =
                new PosthornClient(System.getenv("POSTHORN_URL"), System.getenv("POSTHORN_TOKEN"));
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + args[0])) {
            try (Statement statement = database.createStatement()) {
                statement.execute("CREATE TABLE IF NOT EXISTS orders(id INTEGER PRIMARY KEY)");
            }
            database.setAutoCommit(false);
            var shop = new OrderShop(database, new Outbox(database, posthorn));
            for (int i = 0; i < Integer.parseInt(args[1]); i++) {
                shop.order();
            }
            boolean crash = args.length > 2 && args[2].equals("--crash");
            shop.publishAll(crash ? () -> Runtime.getRuntime().halt(1) : () -> {});
        }
    }

    /** The order and its event, both or neither. */
    private void order() throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("INSERT INTO orders DEFAULT VALUES");
            long id;
            try (ResultSet inserted = statement.executeQuery("SELECT last_insert_rowid()")) {
                id = inserted.getLong(1);
            }
            outbox.add("order.placed", "{\"id\":" + id + "}");
            database.commit();
        }
    }

    /** In earnest on a thread of its own, whenever something was added and every few seconds. */
    private void publishAll(Runnable published) throws SQLException {
        int count = outbox.publish(published);
        while (count > 0) {
            System.out.println("published " + count);
            count = outbox.publish(published);
        }
    }
}
