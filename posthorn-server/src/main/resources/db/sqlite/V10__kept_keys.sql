-- Keys that must outlive a change of the master key they were first made from.

CREATE TABLE kept_key (
    name   TEXT PRIMARY KEY,                 -- what it is for, such as public-ids
    sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;
