-- Who changed what, when and from where. The time is in seq.
CREATE TABLE audit (
    seq      INTEGER PRIMARY KEY,
    org      INTEGER,                        -- null: the operator's alone
    actor    INTEGER,                        -- the key; null: the node itself
    action   TEXT NOT NULL,
    resource TEXT NOT NULL,
    target   INTEGER NOT NULL,               -- its number; 0 for what has a name only
    body     TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_org ON audit (org);
