-- How far what stands in the journal beside H2's file is in the tables already. One row; on a server
-- there is no journal and none.

CREATE TABLE journal (
    id       UUID PRIMARY KEY, -- of the database that the journal belongs to
    position BIGINT NOT NULL   -- the number of the last transaction
);
