-- Organisations being erased; a row is what a crash left to finish. What is theirs is not loaded any more.
CREATE TABLE purge (
    org INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL                     -- nothing of theirs is numbered above it
) STRICT;

-- So that an organisation's are found without looking at everybody's. An owner never changes: written once per row.
CREATE INDEX api_key_by_org ON api_key (org);
CREATE INDEX endpoint_by_org ON endpoint (org);

-- Milliseconds since 1970, give or take a minute; null: never. Not part of the body: using a key does not change it.
ALTER TABLE api_key ADD COLUMN last_used INTEGER;
