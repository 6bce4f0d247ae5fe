-- People who sign in to the dashboard. Few rows, read whole at the start.

CREATE TABLE person (
    seq   INTEGER PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    body  TEXT NOT NULL
) STRICT;

CREATE TABLE sign_in (
    token_hash TEXT PRIMARY KEY,             -- SHA-256 of the cookie's token
    body       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE one_time_link (
    token_hash TEXT PRIMARY KEY,             -- SHA-256 of the link's token
    body       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
