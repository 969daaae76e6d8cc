-- A sender's own name for a message is looked for with each message that comes in. As a number it
-- takes a fifth of the room, and an index less: the first eight bytes of its SHA-256, see
-- ExternalNames. The name itself is in message.external_id.
--
-- H2 ends a transaction with each change of the tables, so a kill may leave any of these done: all
-- of them can be done again.

CREATE TABLE IF NOT EXISTS external_name (
    name    BIGINT PRIMARY KEY,
    message BIGINT NOT NULL
);

DELETE FROM external_name;

INSERT INTO external_name (name, message)
    SELECT ${name_hash}, MIN(m.number)
    FROM message m JOIN conversation c ON c.id = m.conversation_id
    WHERE m.external_id IS NOT NULL
    GROUP BY ${name_hash};

DROP TABLE IF EXISTS external_message;
