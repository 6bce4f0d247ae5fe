package dev.posthorn.core.replay;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.task.ReplayCounts;
import java.util.List;

/**
 * What one step of a replay sends again.
 *
 * @param skipped rows that would be meant but cannot be sent
 * @param after the last row it passes
 * @param endsStage nothing of the stage is left
 */
record ReplaySlice(List<DeliveryCommand> commands, int skipped, long after, boolean endsStage) {
    ReplaySlice {
        commands = List.copyOf(commands);
    }

    ReplayCounts counts(List<CommandAnswer> answers, boolean dryRun) {
        if (dryRun) {
            return new ReplayCounts(true, commands.size(), 0, 0, 0);
        }
        long resent = 0;
        long created = 0;
        long left = skipped;
        for (CommandAnswer answer : answers) {
            switch (answer) {
                case CommandAnswer.Reopened _, CommandAnswer.Hastened _ -> resent++;
                case CommandAnswer.Made _ -> created++;
                case CommandAnswer.Left _,
                        CommandAnswer.PayloadGone _,
                        CommandAnswer.Unknown _,
                        CommandAnswer.CancelAsked _ ->
                        left++;
            }
        }
        return new ReplayCounts(false, 0, resent, created, left);
    }
}
