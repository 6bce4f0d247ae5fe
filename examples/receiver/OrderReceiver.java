import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.posthorn.verifier.WebhookVerdict;
import dev.posthorn.verifier.WebhookVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Receives orders. Run as {@code OrderReceiver <database>} with {@code WEBHOOK_SECRET} set; prints
 * where it listens.
 */
final class OrderReceiver {
    private final WebhookVerifier verifier =
            WebhookVerifier.standard(System.getenv("WEBHOOK_SECRET"));
    private final Connection database;

    private OrderReceiver(Connection database) {
        this.database = database;
    }

    public static void main(String[] args) throws IOException, SQLException {
        Connection database = DriverManager.getConnection("jdbc:sqlite:" + args[0]);
        try (Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS seen(id TEXT PRIMARY KEY)");
            statement.execute("CREATE TABLE IF NOT EXISTS received(body TEXT)");
        }
        database.setAutoCommit(false);
        var receiver = new OrderReceiver(database);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpServer server = HttpServer.create(address, 0);
        server.createContext("/", receiver::receive);
        server.start();
        System.out.println("listening on http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** One after the other: the server has one thread, as the database has one connection. */
    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            WebhookVerdict verdict = verifier.check(exchange.getRequestHeaders()::getFirst, body);
            exchange.sendResponseHeaders(answer(verdict, body), -1);
        }
    }

    private int answer(WebhookVerdict verdict, byte[] body) {
        if (!(verdict instanceof WebhookVerdict.Genuine genuine) || genuine.id().isEmpty()) {
            return 401;
        }
        try {
            boolean first = handle(genuine.id().get(), body);
            System.out.println(first ? "handled" : "dropped a repeat");
            return 204;
        } catch (SQLException e) {
            // Neither the id nor the work was kept: the sender's next try is handled.
            System.err.println("failed: " + e.getMessage());
            return 500;
        }
    }

    /** Whether the event was new. The id and the work are kept in one transaction, or neither. */
    private boolean handle(String id, byte[] body) throws SQLException {
        try (var seen = database.prepareStatement("INSERT OR IGNORE INTO seen(id) VALUES (?)");
                var received = database.prepareStatement("INSERT INTO received(body) VALUES (?)")) {
            seen.setString(1, id);
            boolean first = seen.executeUpdate() == 1;
            if (first) {
                received.setString(1, new String(body, StandardCharsets.UTF_8));
                received.executeUpdate();
            }
            database.commit();
            return first;
        } catch (SQLException e) {
            database.rollback();
            throw e;
        }
    }
}
