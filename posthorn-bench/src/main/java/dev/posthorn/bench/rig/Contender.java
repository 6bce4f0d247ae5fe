package dev.posthorn.bench.rig;

import dev.posthorn.bench.plan.BenchRefusal;
import dev.posthorn.bench.plan.Plan;
import dev.posthorn.bench.plan.SubjectKind;
import java.nio.file.Path;

/**
 * One of the programs that are measured in turns.
 *
 * @param name by which the report knows it: words of letters, digits and blanks
 */
public record Contender(String name, SubjectKind kind, Plan plan) {
    /** Posthorn with the load and receivers of the plan, called that in reports. */
    public static final String POSTHORN = "posthorn";

    /** The bare pipeline with the same. */
    public static final String BARE = "bare";

    public Contender {
        if (kind == SubjectKind.BARE && plan.receiving().hanging() > 0) {
            throw new BenchRefusal("--hang: the bare pipeline waits for ever, leave it out");
        }
    }

    /** The kind's own name. */
    public static Contender of(SubjectKind kind, Plan plan) {
        String name =
                switch (kind) {
                    case POSTHORN -> POSTHORN;
                    case BARE -> BARE;
                };
        return new Contender(name, kind, plan);
    }

    Path folder() {
        return plan.folder().resolve(name.replace(' ', '-'));
    }
}
