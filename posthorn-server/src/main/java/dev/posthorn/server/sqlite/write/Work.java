package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.delivery.CommandAnswer;
import java.sql.SQLException;
import java.util.List;

/** Something somebody waits for, written ahead of everything else in the next commit. */
public sealed interface Work permits ConfigWork, CommandWork, KeyUseWork, ReplayWork {
    /** Writes it in the open transaction; may be called again when that came to nothing. */
    void write(Statements statements, long nowMs) throws SQLException;

    /** It is durable. */
    void written(Statements statements);

    void failed(Throwable cause);

    /** What lanes are to hear of once it is durable. */
    List<CommandAnswer> news();

    /** For a log: what is changed, not to what. */
    List<String> kinds();
}
