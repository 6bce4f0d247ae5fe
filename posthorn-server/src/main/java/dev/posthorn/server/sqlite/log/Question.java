package dev.posthorn.server.sqlite.log;

import dev.posthorn.core.log.LogUnavailableException;
import dev.posthorn.server.store.scan.ReadConnection;
import java.util.concurrent.CompletableFuture;

/** A read in line, and who waits for it. */
final class Question<T> {
    private final ReadConnection.Read<T> read;
    private final CompletableFuture<T> answer = new CompletableFuture<>();

    Question(ReadConnection.Read<T> read) {
        this.read = read;
    }

    CompletableFuture<T> answer() {
        return answer;
    }

    /** Whatever goes wrong is the asker's to hear: the thread must live. */
    void answer(SqliteReadConnection connection) {
        try {
            answer.complete(connection.run(read));
        } catch (Exception e) {
            answer.completeExceptionally(e);
        }
    }

    void refuse(String why) {
        answer.completeExceptionally(new LogUnavailableException(why, null));
    }
}
