-- Counts by time, in rows of one minute, a quarter of an hour and an hour. All that are running lie together,
-- so that adding to thousands of endpoints touches few pages, and those too old are the first of their step.
CREATE TABLE statistic (
    step    INTEGER NOT NULL,                -- minutes: 1, 15, 60
    slot    INTEGER NOT NULL,                -- which of them since 1970
    subject INTEGER NOT NULL,                -- endpoint, organisation, or 0 for all
    counts  BLOB NOT NULL,
    PRIMARY KEY (step, slot, subject)
) STRICT, WITHOUT ROWID;

-- Endpoints that have nothing but failures or missed events; the others have no row.
CREATE TABLE endpoint_health (
    endpoint INTEGER PRIMARY KEY,
    body     BLOB NOT NULL
) STRICT;
