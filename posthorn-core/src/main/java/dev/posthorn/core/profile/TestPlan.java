package dev.posthorn.core.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is called to test an endpoint, step by step.
 *
 * @param forgery what a forged call that passes as genuine means
 */
public record TestPlan(List<Step> steps, Forgery forgery) {
    public TestPlan {
        steps = List.copyOf(steps);
    }

    /** One genuine call: it answers for all types. */
    public static TestPlan of(TestCall genuine) {
        return new TestPlan(List.of(new Step(genuine, null)), Forgery.LEAVES_UNVERIFIED);
    }

    /** {@code forged} is made only when {@code genuine} passed; null when there is none. */
    public record Step(TestCall genuine, @Nullable TestCall forged) {}

    /** What follows when a receiver does not notice a forged call. */
    public enum Forgery {
        /** The endpoint is valid but not verified. */
        LEAVES_UNVERIFIED,
        /** The endpoint is invalid. */
        INVALIDATES
    }
}
