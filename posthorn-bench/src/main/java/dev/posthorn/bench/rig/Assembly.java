package dev.posthorn.bench.rig;

import dev.posthorn.bench.ledger.Ledger;
import dev.posthorn.bench.machine.Workspace;
import dev.posthorn.bench.plan.Plan;
import dev.posthorn.bench.plan.SubjectKind;
import dev.posthorn.bench.receive.Certificate;
import dev.posthorn.bench.receive.Receiver;
import dev.posthorn.bench.subject.BareSubject;
import dev.posthorn.bench.subject.PosthornSubject;
import dev.posthorn.bench.subject.Subject;
import dev.posthorn.bench.subject.SubjectSettings;
import dev.posthorn.bench.wire.Loop;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What belongs to one program under test, put together around the loop all of them share. */
record Assembly(Contender contender, Ledger ledger, Receiver receiver, SubjectSettings settings) {
    /** One of so many arrivals has its signature verified. */
    private static final int SAMPLE_EVERY = 1000;

    static Assembly of(Loop loop, Contender contender) {
        Plan plan = contender.plan();
        Workspace.make(contender.folder());
        Certificate certificate =
                plan.receiving().tls() ? Certificate.make(contender.folder()) : null;
        Ledger ledger = new Ledger(plan.load().fan(), System.nanoTime());
        Receiver receiver =
                Receiver.open(
                        loop,
                        ledger,
                        contender.kind() == SubjectKind.BARE ? 0 : SAMPLE_EVERY,
                        certificate,
                        plan.receiving().answerAfter(),
                        plan.receiving().hanging());
        return new Assembly(
                contender, ledger, receiver, settings(contender, receiver, certificate));
    }

    private static SubjectSettings settings(
            Contender contender, Receiver receiver, @Nullable Certificate certificate) {
        Plan plan = contender.plan();
        return new SubjectSettings(
                contender.folder(),
                receiver.port(),
                plan.load(),
                plan.receiving(),
                plan.program(),
                certificate == null ? List.of() : certificate.jvmOptions());
    }

    Subject start() {
        return switch (contender.kind()) {
            case BARE -> BareSubject.start(settings);
            case POSTHORN -> PosthornSubject.start(settings);
        };
    }
}
