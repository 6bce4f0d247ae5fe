package dev.posthorn.core.endpointtest;

import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.profile.TestCall;
import dev.posthorn.core.profile.TestCall.Moment;
import dev.posthorn.core.profile.TestContext;
import dev.posthorn.core.profile.TestPlan;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.core.signature.Secrets;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TestResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** One test on its way through its plan: each call is made once, after the answer to the last. */
final class RunningTest {
    private final TestPorts ports;
    private final Task task;
    private final Endpoint endpoint;
    private final TestPlan plan;
    private final List<String> types;
    private final Iterator<TestPlan.Step> ahead;
    private final Consumer<List<TestResult>> progress;
    private final Consumer<FinishedTest> end;
    private final List<TestResult> results = new ArrayList<>();
    private final List<MadeStep> made = new ArrayList<>();

    RunningTest(
            TestPorts ports,
            Task task,
            Endpoint endpoint,
            Profile profile,
            TestContext context,
            Consumer<List<TestResult>> progress,
            Consumer<FinishedTest> end) {
        this.ports = ports;
        this.task = task;
        this.endpoint = endpoint;
        this.plan = profile.test(endpoint, context);
        this.types = profile.testedTypes(endpoint);
        this.ahead = plan.steps().iterator();
        this.progress = progress;
        this.end = end;
    }

    /** Makes the next genuine call, or ends the test when there is none. */
    void step() {
        if (!ahead.hasNext()) {
            end.accept(finished());
            return;
        }
        TestPlan.Step step = ahead.next();
        make(step.genuine(), genuine -> answered(step, genuine));
    }

    private void answered(TestPlan.Step step, MadeCall genuine) {
        TestCall forgery = step.forged();
        if (forgery == null || !genuine.judgement().passed()) {
            made.add(new MadeStep(genuine, null));
            step();
            return;
        }
        make(
                forgery,
                forged -> {
                    made.add(new MadeStep(genuine, forged));
                    step();
                });
    }

    private void make(TestCall call, Consumer<MadeCall> answered) {
        long nowMs = ports.clock().millis();
        // The call's event and its attempt take a number each, like those of any delivery.
        long seq = ports.sequence().next(2, nowMs);
        Moment moment = new Moment(new EventId(seq), nowMs, forgedSecret());
        OutgoingRequest request = call.request().apply(moment);
        ports.sender()
                .send(
                        request,
                        deadline(),
                        exchange -> {
                            MadeCall one = made(call, moment, seq + 1, request, exchange);
                            results.add(one.result());
                            progress.accept(List.copyOf(results));
                            answered.accept(one);
                        });
    }

    private static MadeCall made(
            TestCall call,
            Moment moment,
            long attemptSeq,
            OutgoingRequest request,
            Exchange exchange) {
        return new MadeCall(
                call, moment, attemptSeq, request, exchange, call.expectation().judge(exchange));
    }

    private FinishedTest finished() {
        long endedMs = ports.clock().millis();
        List<MadeCall> calls = made.stream().flatMap(MadeStep::calls).toList();
        return new FinishedTest(
                task.completed(results, Failures.code(plan.forgery(), made), endedMs),
                endpoint,
                calls.stream().map(call -> call.attempt(endpoint)).toList(),
                Verdicts.of(plan.forgery(), types, made, endpoint, endedMs),
                endedMs);
    }

    private Secret forgedSecret() {
        byte[] chance = new byte[Secrets.GENERATED_BYTES];
        ports.chance().nextBytes(chance);
        return Secrets.generated(chance);
    }

    private Duration deadline() {
        Duration own = endpoint.settings().timeout();
        return own == null ? ports.timeout() : own;
    }
}
