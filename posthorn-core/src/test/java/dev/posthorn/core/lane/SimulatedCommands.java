package dev.posthorn.core.lane;

import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.delivery.DeliveryState;
import java.util.EnumSet;
import java.util.random.RandomGenerator;

/** People who ask for resends and cancels of whatever there is, at any moment. */
final class SimulatedCommands {
    private final SimulatedWorld world;
    private final RandomGenerator random;
    private final long lastsMs;

    SimulatedCommands(SimulatedWorld world, long lastsMs) {
        this.world = world;
        this.random = world.random;
        this.lastsMs = lastsMs;
    }

    void plan() {
        for (int i = random.nextInt(120); i > 0; i--) {
            world.time.after(random.nextLong(lastsMs), () -> ask(random.nextInt(1, 4)));
        }
    }

    private void ask(int commands) {
        StoredRows.Row row = world.store.rows.any(random);
        for (int i = 0; row != null && i < commands; i++) {
            world.store.ask(random.nextBoolean() ? resend(row) : cancel(row));
            row = random.nextBoolean() ? row : world.store.rows.any(random);
        }
    }

    private static DeliveryCommand cancel(StoredRows.Row row) {
        return new DeliveryCommand.Cancel(row.now().id());
    }

    private DeliveryCommand resend(StoredRows.Row row) {
        return new DeliveryCommand.Resend(
                row.now().id(),
                Trigger.RESEND,
                world.endpoints.known(row.now().endpoint()).ordering(),
                EnumSet.allOf(DeliveryState.class));
    }
}
