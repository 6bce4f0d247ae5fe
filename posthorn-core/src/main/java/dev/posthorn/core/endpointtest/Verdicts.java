package dev.posthorn.core.endpointtest;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.TestRecord;
import dev.posthorn.core.endpoint.TestRecord.TypeTest;
import dev.posthorn.core.profile.TestPlan.Forgery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what the calls of a test mean. */
final class Verdicts {
    private Verdicts() {}

    /** {@code types}: as {@code Profile.testedTypes} has them. */
    static EndpointTestVerdict of(
            Forgery forgery,
            List<String> types,
            List<MadeStep> steps,
            Endpoint tested,
            long endedMs) {
        return types.isEmpty() ? whole(forgery, steps) : byType(types, steps, tested, endedMs);
    }

    /** One test speaks for all types. */
    private static EndpointTestVerdict whole(Forgery forgery, List<MadeStep> steps) {
        boolean accepted = steps.stream().allMatch(MadeStep::accepted);
        boolean fooled = steps.stream().anyMatch(MadeStep::fooled);
        boolean valid = accepted && !(fooled && forgery == Forgery.INVALIDATES);
        return new EndpointTestVerdict(
                valid ? EndpointState.VALID : EndpointState.INVALID,
                valid && steps.stream().allMatch(MadeStep::verified),
                wrong(steps),
                new TestRecord(Map.of(), allowedPerMinute(steps)));
    }

    /**
     * Each type has a result of its own, of this test or an earlier one: one that failed makes the
     * endpoint invalid, and valid it is only when none is missing. Otherwise it stays as it is.
     */
    private static EndpointTestVerdict byType(
            List<String> types, List<MadeStep> steps, Endpoint tested, long endedMs) {
        Map<String, TypeTest> results = results(types, steps, tested, endedMs);
        Optional<TypeTest> failed =
                types.stream()
                        .map(results::get)
                        .filter(result -> result != null && !result.passed())
                        .findFirst();
        boolean complete = results.size() == types.size();
        EndpointState state =
                failed.isPresent()
                        ? EndpointState.INVALID
                        : complete ? EndpointState.VALID : tested.state();
        boolean verified =
                state == EndpointState.VALID
                        && complete
                        && tested.settings().options().forgedTest();
        return new EndpointTestVerdict(
                state,
                verified,
                failed.map(TypeTest::message).orElse(null),
                new TestRecord(results, null));
    }

    private static Map<String, TypeTest> results(
            List<String> types, List<MadeStep> steps, Endpoint tested, long endedMs) {
        Map<String, TypeTest> results = new HashMap<>(tested.tests().types());
        for (MadeStep step : steps) {
            String type = Objects.requireNonNull(step.genuine().call().eventType());
            results.put(type, step.typeTest(endedMs));
        }
        results.keySet().retainAll(types);
        return results;
    }

    private static @Nullable String wrong(List<MadeStep> steps) {
        return steps.stream()
                .filter(step -> !step.accepted() || step.fooled())
                .map(MadeStep::message)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Integer allowedPerMinute(List<MadeStep> steps) {
        return steps.stream()
                .map(step -> step.genuine().judgement().allowedPerMinute())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
