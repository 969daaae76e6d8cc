-- Conversations that take place elsewhere: with whom they are, which turns are due, and what is on
-- its way out. Conversations and messages are named by their numbers. As in the first version, times
-- are milliseconds since 1970, and H2 and PostgreSQL run the same.
--
-- H2 ends a transaction with each change of the tables, so a kill may leave any of these done: all
-- of them can be done again.

CREATE TABLE IF NOT EXISTS correspondent (
    conversation    BIGINT PRIMARY KEY,
    conversation_id UUID NOT NULL,
    account         VARCHAR(200) NOT NULL,
    chat_id         VARCHAR(200) NOT NULL,
    group_chat      BOOLEAN NOT NULL,
    name            VARCHAR NOT NULL,
    handle          VARCHAR NOT NULL,
    standing        VARCHAR(8) NOT NULL,
    opted_out       BOOLEAN NOT NULL,
    reachable       BOOLEAN NOT NULL,
    heard_at        BIGINT NOT NULL,
    held            INT NOT NULL,
    waits           BOOLEAN NOT NULL  -- for the operator's word
);

CREATE INDEX IF NOT EXISTS correspondent_address ON correspondent (account, chat_id);
CREATE INDEX IF NOT EXISTS correspondent_waits
    ON correspondent (waits, heard_at DESC, conversation DESC);

-- What came with a message and still lies with the platform.
CREATE TABLE IF NOT EXISTS media (
    message    BIGINT NOT NULL,
    ordinal    INT NOT NULL,
    kind       VARCHAR NOT NULL,
    reference  VARCHAR NOT NULL,
    name       VARCHAR NOT NULL,
    media_type VARCHAR NOT NULL,
    size       BIGINT,
    PRIMARY KEY (message, ordinal)
);

CREATE TABLE IF NOT EXISTS due_turn (
    conversation    BIGINT PRIMARY KEY,
    conversation_id UUID NOT NULL,
    due_at          BIGINT NOT NULL,
    first_at        BIGINT NOT NULL,  -- when the first of the messages came that wait
    waiting         INT NOT NULL,     -- messages since the reply was begun
    reply           BIGINT,           -- that was begun
    newer           BOOLEAN NOT NULL, -- something is due that came after the reply was begun
    tries           INT NOT NULL,     -- how often the reply came to no good end
    owner           VARCHAR(200),     -- who is at it
    until_at        BIGINT,           -- and how long it is theirs
    next_at         BIGINT NOT NULL   -- the later one of due_at and until_at
);

CREATE INDEX IF NOT EXISTS due_turn_next ON due_turn (next_at, conversation);

-- An id is a number from where conversations have theirs, times 2^16, and which part it is: so the
-- parts of a message stand where it stood whole.
CREATE TABLE IF NOT EXISTS outbox (
    id              BIGINT PRIMARY KEY,
    message         BIGINT NOT NULL,
    conversation    BIGINT NOT NULL,
    conversation_id UUID NOT NULL,
    account         VARCHAR(200) NOT NULL,
    chat_id         VARCHAR(200) NOT NULL,
    group_chat      BOOLEAN NOT NULL,
    ordinal         INT NOT NULL,
    parts           INT NOT NULL,     -- 0 while it is whole
    markup          VARCHAR NOT NULL,
    plain           VARCHAR,          -- null where it is the same
    author          VARCHAR(10) NOT NULL,
    state           VARCHAR(9) NOT NULL,
    under_way       BOOLEAN NOT NULL, -- it may still be sent, or is being sent
    tries           INT NOT NULL,
    not_before      BIGINT,
    trouble         VARCHAR(20),
    may_be_twice    BOOLEAN NOT NULL,
    resent          BOOLEAN NOT NULL, -- the operator put it back, so it goes out whoever answers
    platform_id     VARCHAR,
    created_at      BIGINT NOT NULL,
    changed_at      BIGINT NOT NULL   -- when it came in, or was sent last
);

CREATE INDEX IF NOT EXISTS outbox_under_way ON outbox (account, under_way, id);
CREATE INDEX IF NOT EXISTS outbox_conversation ON outbox (conversation, under_way, id);
CREATE INDEX IF NOT EXISTS outbox_message ON outbox (message, ordinal);
CREATE INDEX IF NOT EXISTS outbox_platform ON outbox (account, platform_id);
CREATE INDEX IF NOT EXISTS outbox_state ON outbox (state, changed_at, id);
CREATE INDEX IF NOT EXISTS outbox_created ON outbox (account, created_at);

-- What a platform said of messages that nobody knew yet: the answer to their sending may come later.
CREATE TABLE IF NOT EXISTS early_report (
    number      BIGINT PRIMARY KEY,
    account     VARCHAR(200) NOT NULL,
    platform_id VARCHAR NOT NULL,
    state       VARCHAR(9) NOT NULL,
    trouble     VARCHAR(20)
);

CREATE INDEX IF NOT EXISTS early_report_of ON early_report (account, platform_id);

-- The last number of the above. Who holds this row knows that no such report comes meanwhile.
CREATE TABLE IF NOT EXISTS early_report_last (
    number BIGINT NOT NULL
);

INSERT INTO early_report_last (number)
    SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM early_report_last);

CREATE TABLE IF NOT EXISTS lease (
    name     VARCHAR(400) PRIMARY KEY,
    owner    VARCHAR(200) NOT NULL,
    until_at BIGINT NOT NULL
);
