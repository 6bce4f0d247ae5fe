package dev.posthorn.server.store.config;

import dev.posthorn.core.store.ConfigStore.Change.TestAttempt;
import dev.posthorn.core.task.Task;
import dev.posthorn.server.secretbox.SecretBox;
import dev.posthorn.server.store.row.AttemptCodec;
import dev.posthorn.server.store.row.Codes;
import dev.posthorn.server.store.row.RequestCodec;
import dev.posthorn.server.store.row.TaskCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes tasks and the attempts that tests make. */
public final class SaveTasks {
    private final PreparedStatement task;
    private final PreparedStatement attempt;
    private final TaskCodec tasks;
    private final RequestCodec requests;
    private final AttemptCodec attempts = new AttemptCodec();

    public SaveTasks(Connection connection, SecretBox box) throws SQLException {
        task =
                connection.prepareStatement(
                        """
                        INSERT INTO task (seq, org, type, state, target, body, results)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (seq) DO UPDATE SET state = excluded.state,
                            body = excluded.body, results = excluded.results
                        """);
        attempt =
                connection.prepareStatement(
                        """
                        INSERT INTO attempt (seq, number, endpoint, event, type, detail, request)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """);
        tasks = new TaskCodec(box);
        requests = new RequestCodec(box);
    }

    public void write(Task changed) throws SQLException {
        task.setLong(1, changed.id().seq());
        task.setLong(2, changed.organisation().seq());
        task.setString(3, changed.type());
        task.setInt(4, Codes.of(changed.state()));
        task.setLong(5, changed.target());
        task.setString(6, TaskCodec.body(changed));
        task.setBytes(7, tasks.results(changed));
        task.executeUpdate();
    }

    public void write(TestAttempt test) throws SQLException {
        long organisation = test.endpoint().organisation().seq();
        attempt.setLong(1, test.seq());
        attempt.setInt(2, test.attempt().number());
        attempt.setLong(3, test.endpoint().id().seq());
        attempt.setLong(4, test.eventSeq());
        attempt.setString(5, test.type());
        attempt.setBytes(6, attempts.encode(test.attempt()));
        attempt.setBytes(7, requests.encode(organisation, test.seq(), test.request()));
        attempt.executeUpdate();
    }
}
