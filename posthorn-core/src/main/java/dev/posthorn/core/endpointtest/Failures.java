package dev.posthorn.core.endpointtest;

import dev.posthorn.core.profile.TestPlan.Forgery;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a test's task failed, as the stable code under {@code error}. */
final class Failures {
    private static final String UNEXPECTED_ANSWER = "unexpected-answer";
    private static final String FORGERY_ACCEPTED = "forged-call-not-refused";

    private Failures() {}

    /** Of the first call that decides against the endpoint; null when none does. */
    static @Nullable String code(Forgery forgery, List<MadeStep> steps) {
        return steps.stream()
                .flatMap(step -> code(forgery, step).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<String> code(Forgery forgery, MadeStep step) {
        if (!step.accepted()) {
            String code = step.genuine().exchange().outcome().errorCode();
            return Optional.of(code == null ? UNEXPECTED_ANSWER : code);
        }
        return step.fooled() && forgery == Forgery.INVALIDATES
                ? Optional.of(FORGERY_ACCEPTED)
                : Optional.empty();
    }
}
