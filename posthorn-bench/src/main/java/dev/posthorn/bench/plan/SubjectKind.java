package dev.posthorn.bench.plan;

/** The programs that can be measured. */
public enum SubjectKind {
    POSTHORN,
    BARE
}
