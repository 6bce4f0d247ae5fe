package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.retention.Retention;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.HeardCommits;
import dev.posthorn.core.store.Published;
import dev.posthorn.core.store.StoreSamples;
import dev.posthorn.server.secretbox.MasterKey;
import dev.posthorn.server.secretbox.SecretBox;
import dev.posthorn.server.sqlite.file.Database;
import dev.posthorn.server.sqlite.file.Migrations;
import dev.posthorn.server.store.commit.Next;
import dev.posthorn.server.store.commit.WriterLimits;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The writer without its thread: a test calls {@link #step} and sets the clock. */
final class SteppedWriter implements AutoCloseable, InstantSource {
    final HeardCommits heard = new HeardCommits();
    final Sequence sequence = new Sequence(0);
    final StoreSamples samples = new StoreSamples(sequence);
    final Inbox inbox;
    long nowMs = StoreSamples.NOW;

    /** How much later it is each time someone looks. */
    long tickMs;

    private final Connection connection;
    private final Checkpointer checkpointer;
    private final Committer committer;

    SteppedWriter(Path file) throws SQLException {
        this(file, WriterLimits.DEFAULTS);
    }

    SteppedWriter(Path file, WriterLimits limits) throws SQLException {
        this(file, limits, Retention.FOREVER);
    }

    SteppedWriter(Path file, WriterLimits limits, Retention retention) throws SQLException {
        Database database = new Database(file);
        Migrations.run(database);
        connection = database.openWriter();
        checkpointer = new Checkpointer(database.openCheckpointer(), new WalGauge(connection));
        inbox = new Inbox(limits, this);
        SecretBox box = new SecretBox(new MasterKey(new byte[MasterKey.BYTES]), new SecureRandom());
        committer =
                new Committer(
                        inbox,
                        new Statements(connection, box, sequence, retention),
                        checkpointer,
                        heard,
                        this,
                        limits);
    }

    Next step() {
        return committer.step();
    }

    /** Steps until nothing is left to do at once. */
    void settle() {
        while (step() instanceof Next.AtOnce) {}
    }

    Published publish(AcceptedEvent... events) {
        return Published.to(inbox::offer, events);
    }

    /** All rows, columns joined by a bar. */
    List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(row.getString(i));
                }
                rows.add(String.join("|", columns));
            }
        }
        return rows;
    }

    byte[] bytes(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getBytes(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public Instant instant() {
        nowMs += tickMs;
        return Instant.ofEpochMilli(nowMs);
    }

    @Override
    public void close() throws SQLException {
        checkpointer.stop();
        checkpointer.finish();
        connection.close();
    }
}
