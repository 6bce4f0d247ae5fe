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

-- Deliveries made after their event was accepted (the deliveries of an acceptance take at most the 20,000 numbers
-- behind it): an event they are pending for is kept, however old.
CREATE INDEX delivery_pending_later ON delivery (event) WHERE state = 0 AND seq > event + 20001;
