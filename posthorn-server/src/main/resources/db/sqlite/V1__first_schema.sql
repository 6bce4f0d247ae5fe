-- Every seq is a core Sequence number: milliseconds since 1970 << 15 | counter. It is the rowid, so ids and
-- dates need no index: a range of time is a range of seq. Times are milliseconds since 1970. body columns
-- are JSON, BLOB columns have a codec in dev.posthorn.server.sqlite.row; sealed ones are AES-256-GCM.

CREATE TABLE organisation (
    seq  INTEGER PRIMARY KEY,
    uid  TEXT UNIQUE,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE api_key (
    seq        INTEGER PRIMARY KEY,
    org        INTEGER,                      -- null: the operator's
    token_hash TEXT NOT NULL UNIQUE,
    body       TEXT NOT NULL
) STRICT;

CREATE TABLE endpoint (
    seq     INTEGER PRIMARY KEY,
    org     INTEGER NOT NULL,
    uid     TEXT,
    state   INTEGER NOT NULL,                -- 0 new, 1 valid, 2 invalid, 3 deactivated
    body    TEXT NOT NULL,
    secrets BLOB NOT NULL,                   -- sealed: secrets and custom headers
    UNIQUE (org, uid)
) STRICT;

-- What an endpoint was, so that the request of an old attempt can be rendered again.
CREATE TABLE endpoint_revision (
    endpoint INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    body     TEXT NOT NULL,
    secrets  BLOB NOT NULL,                  -- sealed
    PRIMARY KEY (endpoint, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
    seq        INTEGER PRIMARY KEY,
    org        INTEGER NOT NULL,
    type       TEXT NOT NULL,
    entity     TEXT,                         -- 's' + text or 'n' + digits; null for none
    key        INTEGER,
    channels   TEXT,                         -- JSON array; null for none
    deliveries INTEGER NOT NULL,
    data       BLOB                          -- the bytes as published; null when expunged
) STRICT;

-- The nth delivery (from 0) an event makes when accepted has seq = event + 1 + 2n; the number after it is the
-- id of its first attempt when that is kept here, in detail. All other attempts are rows of their own.
CREATE TABLE delivery (
    seq        INTEGER PRIMARY KEY,
    event      INTEGER NOT NULL,
    endpoint   INTEGER NOT NULL,
    state      INTEGER NOT NULL,             -- 0 pending, 1 delivered, 2 failed, 3 cancelled
    ord        INTEGER NOT NULL,             -- the lane's sort key
    due        INTEGER NOT NULL,
    attempts   INTEGER NOT NULL,
    round      INTEGER NOT NULL,
    round_base INTEGER NOT NULL,
    entity_key INTEGER NOT NULL,             -- 0 unless the lane is ordered by entity
    closed     INTEGER,                      -- when it became final
    reason     TEXT,
    status     INTEGER NOT NULL,             -- of the latest attempt; 0: none, or no answer
    error      TEXT,                         -- of the latest attempt
    detail     BLOB                          -- attempt 1 when it left within 2 s of the acceptance
) STRICT;
CREATE INDEX delivery_pending ON delivery (endpoint, ord) WHERE state = 0;
CREATE INDEX delivery_pending_by_entity ON delivery (endpoint, entity_key, ord) WHERE state = 0 AND entity_key <> 0;
CREATE INDEX delivery_failed ON delivery (endpoint) WHERE state = 2;

-- Two indexes written behind the rows, in sorted runs: with many endpoints, an entry per insert would touch one
-- page per row and cost more than the row. An entry is missing only above late_index.upto; the views close the
-- gap with a scan of that tail (some 100,000 rows at most, none when idle). Read the views, not the tables: select
-- from the view alone, ordered and limited, and join to that; then both halves are merged in order and stop early.
CREATE TABLE late_index (
    name TEXT PRIMARY KEY,
    upto INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO late_index VALUES ('organisation_event', 0), ('endpoint_delivery', 0);

CREATE TABLE organisation_event (
    org   INTEGER NOT NULL,
    event INTEGER NOT NULL,
    PRIMARY KEY (org, event)
) STRICT, WITHOUT ROWID;

CREATE TABLE endpoint_delivery (
    endpoint INTEGER NOT NULL,
    delivery INTEGER NOT NULL,
    PRIMARY KEY (endpoint, delivery)
) STRICT, WITHOUT ROWID;

CREATE VIEW event_by_organisation (org, event) AS
    SELECT org, event FROM organisation_event
    WHERE event <= (SELECT upto FROM late_index WHERE name = 'organisation_event')
    UNION ALL
    SELECT org, seq FROM event
    WHERE seq > (SELECT upto FROM late_index WHERE name = 'organisation_event');

CREATE VIEW delivery_by_endpoint (endpoint, delivery) AS
    SELECT endpoint, delivery FROM endpoint_delivery
    WHERE delivery <= (SELECT upto FROM late_index WHERE name = 'endpoint_delivery')
    UNION ALL
    SELECT endpoint, seq FROM delivery
    WHERE seq > (SELECT upto FROM late_index WHERE name = 'endpoint_delivery');

CREATE TABLE attempt (
    seq      INTEGER PRIMARY KEY,
    delivery INTEGER,                        -- null for a test
    number   INTEGER NOT NULL,
    endpoint INTEGER NOT NULL,
    event    INTEGER NOT NULL,               -- for a test: an id no event has
    type     TEXT,                           -- tests only; else the event's
    detail   BLOB NOT NULL,
    request  BLOB                            -- tests only, sealed: the request whole
) STRICT;
CREATE INDEX attempt_by_endpoint ON attempt (endpoint);
CREATE INDEX attempt_by_delivery ON attempt (delivery) WHERE delivery IS NOT NULL;

-- slot is the first 8 bytes of the hash, or the next free number when another key's hash begins the same.
CREATE TABLE idempotency (
    slot         INTEGER PRIMARY KEY,
    key_hash     BLOB NOT NULL,
    payload_hash BLOB NOT NULL,
    event        INTEGER NOT NULL,
    expires      INTEGER NOT NULL
) STRICT;

CREATE TABLE task (
    seq     INTEGER PRIMARY KEY,
    org     INTEGER NOT NULL,
    type    TEXT NOT NULL,
    state   INTEGER NOT NULL,                -- 0 pending, 1 processing, 2 succeeded, 3 failed
    target  INTEGER NOT NULL,
    body    TEXT NOT NULL,
    results BLOB NOT NULL                    -- sealed: the requests carry secrets
) STRICT;
CREATE INDEX task_by_org ON task (org);

-- Work on all pending deliveries of an endpoint, done in slices; a row is what a crash left to finish.
CREATE TABLE lane_command (
    seq      INTEGER PRIMARY KEY,            -- cancels only what was accepted before it
    endpoint INTEGER NOT NULL,
    command  TEXT NOT NULL,                  -- cancel, reorder
    argument TEXT NOT NULL,                  -- reason; ordering
    at       INTEGER NOT NULL                -- when it was asked for; 0 where that plays no part
) STRICT;

CREATE TABLE shard_lease (
    shard      INTEGER PRIMARY KEY,
    node       TEXT NOT NULL,
    epoch      INTEGER NOT NULL,
    expires_ms INTEGER NOT NULL
) STRICT;
