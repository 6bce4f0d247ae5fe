-- Why the attempts of a delivery's round are made: 0 scheduled, 1 resend, 2 replay.
ALTER TABLE delivery ADD COLUMN origin INTEGER NOT NULL DEFAULT 0;

-- Deliveries to be cancelled by their lane, between two attempts; a row is what a crash left to do.
CREATE TABLE cancel_asked (
    delivery INTEGER PRIMARY KEY,
    endpoint INTEGER NOT NULL,
    round    INTEGER NOT NULL                -- a later round is left alone
) STRICT;

-- Deliveries made after their event was accepted: their numbers do not follow the event's.
CREATE TABLE late_delivery (
    event    INTEGER NOT NULL,
    endpoint INTEGER NOT NULL,
    delivery INTEGER NOT NULL,
    PRIMARY KEY (event, delivery)
) STRICT, WITHOUT ROWID;

-- Tasks that send a window again: what, and how far. The position moves in the transaction of what it passed.
CREATE TABLE replay (
    task  INTEGER PRIMARY KEY,
    plan  TEXT NOT NULL,                     -- JSON
    stage INTEGER NOT NULL,
    after INTEGER NOT NULL                   -- the last row looked at in this stage; 0 for none
) STRICT;
