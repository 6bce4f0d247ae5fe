package dev.posthorn.server.postgres.command;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.store.CommitListener;
import dev.posthorn.server.postgres.connect.Connections;
import dev.posthorn.server.postgres.write.CancelRows;
import java.time.InstantSource;
import java.util.List;

/** What carries out commands, and who hears of it. */
public record CommandParts(
        Connections connections,
        Sequence sequence,
        CancelRows cancels,
        CommitListener listener,
        InstantSource clock) {

    /** These are durable. */
    void tell(List<CommandAnswer> answers) {
        List<CommandAnswer> news = answers.stream().filter(CommandAnswer::changed).toList();
        if (!news.isEmpty()) {
            listener.asked(news);
        }
    }
}
