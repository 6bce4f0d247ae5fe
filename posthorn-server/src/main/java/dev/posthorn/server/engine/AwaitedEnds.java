package dev.posthorn.server.engine;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.Settlement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Who waits for a delivery to end. Mostly nobody, and then settling costs nothing. */
final class AwaitedEnds {
    private final Map<DeliveryId, CompletableFuture<DeliveryId>> awaited =
            new ConcurrentHashMap<>();

    /** Those who wait for the same one share it; forgotten when it completes, however it does. */
    CompletableFuture<DeliveryId> of(DeliveryId delivery) {
        return awaited.computeIfAbsent(
                delivery,
                _ -> {
                    CompletableFuture<DeliveryId> end = new CompletableFuture<>();
                    var _ = end.whenComplete((_, _) -> awaited.remove(delivery, end));
                    return end;
                });
    }

    void settled(List<Settlement> settlements) {
        if (awaited.isEmpty()) {
            return;
        }
        for (Settlement settlement : settlements) {
            CompletableFuture<DeliveryId> end = awaited.get(settlement.delivery());
            if (end != null && settlement.verdict().terminal()) {
                end.complete(settlement.delivery());
            }
        }
    }
}
