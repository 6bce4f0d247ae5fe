package dev.posthorn.server.store.row;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.task.Task;

/** The small numbers that stand for enumerated values in the database; they never change. */
public final class Codes {
    public static final int PENDING = 0;
    public static final int DELIVERED = 1;
    public static final int FAILED = 2;
    public static final int CANCELLED = 3;

    private Codes() {}

    public static int of(DeliveryState state) {
        return switch (state) {
            case PENDING -> PENDING;
            case DELIVERED -> DELIVERED;
            case FAILED -> FAILED;
            case CANCELLED -> CANCELLED;
        };
    }

    public static DeliveryState deliveryState(int code) {
        return switch (code) {
            case PENDING -> DeliveryState.PENDING;
            case DELIVERED -> DeliveryState.DELIVERED;
            case FAILED -> DeliveryState.FAILED;
            case CANCELLED -> DeliveryState.CANCELLED;
            default -> throw unknown("delivery state", code);
        };
    }

    public static int of(EndpointState state) {
        return switch (state) {
            case NEW -> 0;
            case VALID -> 1;
            case INVALID -> 2;
            case DEACTIVATED -> 3;
        };
    }

    public static EndpointState endpointState(int code) {
        return switch (code) {
            case 0 -> EndpointState.NEW;
            case 1 -> EndpointState.VALID;
            case 2 -> EndpointState.INVALID;
            case 3 -> EndpointState.DEACTIVATED;
            default -> throw unknown("endpoint state", code);
        };
    }

    public static int of(Task.State state) {
        return switch (state) {
            case PENDING -> 0;
            case PROCESSING -> 1;
            case SUCCEEDED -> 2;
            case FAILED -> 3;
        };
    }

    public static Task.State taskState(int code) {
        return switch (code) {
            case 0 -> Task.State.PENDING;
            case 1 -> Task.State.PROCESSING;
            case 2 -> Task.State.SUCCEEDED;
            case 3 -> Task.State.FAILED;
            default -> throw unknown("task state", code);
        };
    }

    public static int of(Trigger trigger) {
        return switch (trigger) {
            case SCHEDULED -> 0;
            case RESEND -> 1;
            case REPLAY -> 2;
            case TEST -> 3;
        };
    }

    public static Trigger trigger(int code) {
        return switch (code) {
            case 0 -> Trigger.SCHEDULED;
            case 1 -> Trigger.RESEND;
            case 2 -> Trigger.REPLAY;
            case 3 -> Trigger.TEST;
            default -> throw unknown("trigger", code);
        };
    }

    static AttemptOutcome.Fault fault(String code) {
        for (AttemptOutcome.Fault fault : AttemptOutcome.Fault.values()) {
            if (fault.code().equals(code)) {
                return fault;
            }
        }
        return AttemptOutcome.Fault.OTHER;
    }

    private static IllegalStateException unknown(String what, int code) {
        return new IllegalStateException("unknown " + what + " " + code + " in the database");
    }
}
