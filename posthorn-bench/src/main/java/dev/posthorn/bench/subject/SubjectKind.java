package dev.posthorn.bench.subject;

/** The programs that can be measured. */
public enum SubjectKind {
    POSTHORN,
    BARE
}
