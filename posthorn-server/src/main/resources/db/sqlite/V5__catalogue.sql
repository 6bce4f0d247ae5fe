-- What the operator wrote into the catalogue and which profiles are the operator's own. Both are few and read whole at
-- the start.
CREATE TABLE event_type (
    slug TEXT PRIMARY KEY,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every version is kept: a request is rendered again with the one it was made with.
CREATE TABLE own_profile (
    name    TEXT NOT NULL,
    version INTEGER NOT NULL,                -- from 1
    body    TEXT NOT NULL,
    PRIMARY KEY (name, version)
) STRICT, WITHOUT ROWID;

-- Newest version of the endpoint's profile when the revision was written; null for a built-in one. A new version writes
-- a new revision of every endpoint that uses it.
ALTER TABLE endpoint_revision ADD COLUMN profile_version INTEGER;
