-- Every seq is a core Sequence number: milliseconds since 1970 << 15 | counter, so a range of time is a range of
-- seq. Times are milliseconds since 1970. body columns are JSON, bytea columns have a codec in
-- dev.posthorn.server.store.row; sealed ones are AES-256-GCM. Nothing here needs more than PostgreSQL 14.

CREATE TABLE organisation (
    seq  bigint PRIMARY KEY,
    uid  text UNIQUE,
    body text NOT NULL
);

CREATE TABLE api_key (
    seq        bigint PRIMARY KEY,
    org        bigint,                       -- null: the operator's
    token_hash text NOT NULL UNIQUE,
    body       text NOT NULL,
    last_used  bigint                        -- give or take a minute; null: never
);
CREATE INDEX api_key_by_org ON api_key (org);

CREATE TABLE endpoint (
    seq     bigint PRIMARY KEY,
    org     bigint NOT NULL,
    uid     text,
    state   integer NOT NULL,                -- 0 new, 1 valid, 2 invalid, 3 deactivated
    body    text NOT NULL,
    secrets bytea NOT NULL,                  -- sealed: secrets and custom headers
    UNIQUE (org, uid)
);

-- What an endpoint was, so that the request of an old attempt can be rendered again.
CREATE TABLE endpoint_revision (
    endpoint        bigint NOT NULL,
    revision        integer NOT NULL,
    body            text NOT NULL,
    secrets         bytea NOT NULL,          -- sealed
    profile_version integer,                 -- newest of its profile when written; null for a built-in one
    PRIMARY KEY (endpoint, revision)
);

CREATE TABLE event_type (
    slug text PRIMARY KEY,
    body text NOT NULL
);

CREATE TABLE own_profile (
    name    text NOT NULL,
    version integer NOT NULL,                -- from 1
    body    text NOT NULL,
    PRIMARY KEY (name, version)
);

CREATE TABLE person (
    seq   bigint PRIMARY KEY,
    email text NOT NULL UNIQUE,
    body  text NOT NULL
);

CREATE TABLE sign_in (
    token_hash text PRIMARY KEY,             -- SHA-256 of the cookie's token
    body       text NOT NULL
);

CREATE TABLE one_time_link (
    token_hash text PRIMARY KEY,             -- SHA-256 of the link's token
    body       text NOT NULL
);

-- Partitions of the next three are made ahead and dropped as a whole (package postgres.partition). There is no
-- default partition: what fell into one could not be dropped.
CREATE TABLE event (
    seq        bigint NOT NULL,
    org        bigint NOT NULL,
    type       text NOT NULL,
    entity     text,                         -- 's' + text or 'n' + digits; null for none
    key        bigint,
    channels   text,                         -- JSON array; null for none
    deliveries integer NOT NULL,
    data       bytea,                        -- the bytes as published; null when expunged
    PRIMARY KEY (seq)
) PARTITION BY RANGE (seq);
ALTER TABLE event ALTER COLUMN data SET STORAGE EXTERNAL;
CREATE INDEX event_by_org ON event (org, seq);

-- The nth delivery (from 0) an event makes when accepted has seq = event + 1 + 2n; the number after it is the id
-- of its first attempt. While it is pending a delivery is a row of this narrow table and of no other, so that the
-- table is as large as the backlog, and dead rows are many but small.
CREATE TABLE pending (
    seq        bigint PRIMARY KEY,
    event      bigint NOT NULL,
    endpoint   bigint NOT NULL,
    ord        bigint NOT NULL,              -- the lane's sort key
    due        bigint NOT NULL,
    entity_key bigint NOT NULL DEFAULT 0,    -- 0 unless the lane is ordered by entity
    attempts   integer NOT NULL DEFAULT 0,
    round      integer NOT NULL DEFAULT 0,
    round_base integer NOT NULL DEFAULT 0,
    origin     integer NOT NULL DEFAULT 0,   -- of this round: 0 scheduled, 1 resend, 2 replay
    status     integer NOT NULL DEFAULT 0,   -- of the latest attempt; 0: none, or no answer
    error      text                          -- of the latest attempt
) WITH (
    -- By number of dead rows, not by share, and without pauses: lanes read it thousands of times a second.
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000,
    autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 200000,
    autovacuum_vacuum_cost_delay = 0
);
CREATE INDEX pending_lane ON pending (endpoint, ord, seq);
CREATE INDEX pending_entity ON pending (endpoint, entity_key, ord, seq) WHERE entity_key <> 0;

-- Written once, when a delivery becomes final. Sent again, it goes back to pending.
CREATE TABLE delivery (
    seq        bigint NOT NULL,
    event      bigint NOT NULL,
    endpoint   bigint NOT NULL,
    state      integer NOT NULL,             -- 1 delivered, 2 failed, 3 cancelled
    ord        bigint NOT NULL,
    due        bigint NOT NULL,
    attempts   integer NOT NULL,
    round      integer NOT NULL,
    round_base integer NOT NULL,
    entity_key bigint NOT NULL,
    origin     integer NOT NULL,
    closed     bigint NOT NULL,
    reason     text,
    status     integer NOT NULL,
    error      text,
    detail     bytea,                        -- attempt 1 when it was the only one and left within 2 s of the acceptance
    PRIMARY KEY (seq)
) PARTITION BY RANGE (seq);
CREATE INDEX delivery_by_endpoint ON delivery (endpoint, seq);
CREATE INDEX delivery_failed ON delivery (endpoint, seq) WHERE state = 2;

CREATE TABLE attempt (
    seq      bigint NOT NULL,
    delivery bigint,                         -- null for a test
    number   integer NOT NULL,
    endpoint bigint NOT NULL,
    event    bigint NOT NULL,                -- for a test: an id no event has
    type     text,                           -- tests only; else the event's
    detail   bytea NOT NULL,
    request  bytea,                          -- tests only, sealed: the request whole
    PRIMARY KEY (seq)
) PARTITION BY RANGE (seq);
CREATE INDEX attempt_by_endpoint ON attempt (endpoint, seq);
CREATE INDEX attempt_by_delivery ON attempt (delivery) WHERE delivery IS NOT NULL;

-- Deliveries made after their event was accepted: their numbers do not follow the event's.
CREATE TABLE late_delivery (
    event    bigint NOT NULL,
    endpoint bigint NOT NULL,
    delivery bigint NOT NULL,
    PRIMARY KEY (event, delivery)
);

CREATE TABLE idempotency (
    key_hash     bytea PRIMARY KEY,
    payload_hash bytea NOT NULL,
    event        bigint NOT NULL,
    expires      bigint NOT NULL
);
CREATE INDEX idempotency_by_expiry ON idempotency (expires);

CREATE TABLE task (
    seq     bigint PRIMARY KEY,
    org     bigint NOT NULL,
    type    text NOT NULL,
    state   integer NOT NULL,                -- 0 pending, 1 processing, 2 succeeded, 3 failed
    target  bigint NOT NULL,
    body    text NOT NULL,
    results bytea NOT NULL                   -- sealed: the requests carry secrets
);
CREATE INDEX task_by_org ON task (org, seq);

-- Tasks that send a window again: what, and how far. The position moves in the transaction of what it passed.
CREATE TABLE replay (
    task  bigint PRIMARY KEY,
    plan  text NOT NULL,                     -- JSON
    stage integer NOT NULL,
    after bigint NOT NULL                    -- the last row looked at in this stage; 0 for none
);

-- Work on all pending deliveries of an endpoint, done in slices; a row is what a crash left to finish.
CREATE TABLE lane_command (
    seq      bigint PRIMARY KEY,             -- cancels only what was accepted before it
    endpoint bigint NOT NULL,
    command  text NOT NULL,                  -- cancel, reorder
    argument text NOT NULL,                  -- reason; ordering
    at       bigint NOT NULL                 -- when it was asked for; 0 where that plays no part
);

-- Deliveries to be cancelled by their lane, between two attempts; a row is what a crash left to do.
CREATE TABLE cancel_asked (
    delivery bigint PRIMARY KEY,
    endpoint bigint NOT NULL,
    round    integer NOT NULL                -- a later round is left alone
);

CREATE TABLE audit (
    seq      bigint PRIMARY KEY,
    org      bigint,                         -- null: the operator's alone
    actor    bigint,                         -- the key; null: the node itself
    action   text NOT NULL,
    resource text NOT NULL,
    target   bigint NOT NULL,                -- its number; 0 for what has a name only
    body     text NOT NULL
);
CREATE INDEX audit_by_org ON audit (org, seq);

-- Counts by time, in rows of one minute, a quarter of an hour and an hour.
CREATE TABLE statistic (
    step    integer NOT NULL,                -- minutes: 1, 15, 60
    slot    bigint NOT NULL,                 -- which of them since 1970
    subject bigint NOT NULL,                 -- endpoint, organisation, or 0 for all
    counts  bytea NOT NULL,
    PRIMARY KEY (step, slot, subject)
);

-- Endpoints that have nothing but failures or missed events; the others have no row.
CREATE TABLE endpoint_health (
    endpoint bigint PRIMARY KEY,
    body     bytea NOT NULL
);

-- Organisations being erased; a row is what a crash left to finish. What is theirs is not loaded any more.
CREATE TABLE purge (
    org bigint PRIMARY KEY,
    seq bigint NOT NULL                      -- nothing of theirs is numbered above it
);

CREATE TABLE shard_lease (
    shard      integer PRIMARY KEY,
    node       text NOT NULL,
    epoch      bigint NOT NULL,
    expires_ms bigint NOT NULL               -- by the database's clock
);
