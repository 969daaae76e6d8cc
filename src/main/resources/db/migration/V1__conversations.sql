-- Conversations and their messages. Runs unchanged on H2 and PostgreSQL; only the types named by
-- placeholders differ. Times are milliseconds since 1970.

CREATE SEQUENCE conversation_number;

CREATE TABLE conversation (
    number           BIGINT PRIMARY KEY,
    id               UUID NOT NULL UNIQUE,
    channel          VARCHAR(16) NOT NULL,
    user_id          VARCHAR(200) NOT NULL,
    title            VARCHAR NOT NULL,
    title_folded     VARCHAR NOT NULL, -- without case and accents, for the search
    titled_by_hand   BOOLEAN NOT NULL,
    pinned           BOOLEAN NOT NULL,
    mode             VARCHAR(8) NOT NULL,
    model_provider   VARCHAR,
    model_name       VARCHAR,
    persona_id       VARCHAR,
    system_prompt    VARCHAR,
    temperature      DOUBLE PRECISION,
    max_tokens       INT,
    context_messages INT,
    created_at       BIGINT NOT NULL,
    updated_at       BIGINT NOT NULL,
    size             INT NOT NULL,     -- positions of the path shown
    tail             BIGINT,           -- the last message of the path shown
    stored           INT NOT NULL,     -- messages ever stored, see message.number
    unfinished       INT NOT NULL,     -- replies being written
    switches         INT NOT NULL,     -- how often another path was shown, see message.hidden_by
    preview          VARCHAR(120) NOT NULL,
    unread           INT NOT NULL,
    trashed          BOOLEAN NOT NULL,
    trashed_at       BIGINT,
    CONSTRAINT conversation_user UNIQUE (channel, user_id)
);

CREATE INDEX conversation_list
    ON conversation (trashed, pinned, updated_at DESC, id DESC);

-- A conversation's messages lie together in the order in which they were stored: a message's number
-- is its conversation's, times 2^24, and how many were stored before it. So a path is one range of
-- the table, in order, and no index has to be kept for it.
CREATE TABLE message (
    number            BIGINT PRIMARY KEY,
    conversation_id   UUID NOT NULL,
    position          INT NOT NULL,
    parent            BIGINT,
    author            VARCHAR(10) NOT NULL,
    text              VARCHAR NOT NULL,
    reasoning         VARCHAR NOT NULL,
    state             VARCHAR(12) NOT NULL,
    failure_kind      VARCHAR(24),
    failure_detail    VARCHAR(500),
    failure_retry_ms  BIGINT,
    reply_provider    VARCHAR,
    reply_model       VARCHAR,
    prompt_tokens     INT,
    completion_tokens INT,
    first_token_ms    BIGINT,
    reasoning_ms      BIGINT,
    total_ms          BIGINT,
    cut_short         BOOLEAN NOT NULL, -- it reached the largest number of tokens
    created_at        BIGINT NOT NULL,
    version           INT NOT NULL,
    versions          INT NOT NULL,
    active            BOOLEAN NOT NULL, -- on the path shown
    hidden_by         INT NOT NULL,     -- the switch that hid it last, 0 for none
    pinned            BOOLEAN NOT NULL,
    deleted           BOOLEAN NOT NULL,
    attachments       INT NOT NULL,
    external_id       VARCHAR           -- its sender's own name for it
);

-- The conversations in which replies were begun since the last start.
CREATE TABLE busy (
    conversation BIGINT PRIMARY KEY
);

-- Its sender's own names for messages, to know a repeat by.
CREATE TABLE external_message (
    channel     VARCHAR(16) NOT NULL,
    external_id VARCHAR NOT NULL,
    message     BIGINT NOT NULL,
    PRIMARY KEY (channel, external_id)
);

CREATE TABLE attachment (
    message    BIGINT NOT NULL,
    ordinal    INT NOT NULL,
    name       VARCHAR NOT NULL,
    media_type VARCHAR NOT NULL,
    size       INT NOT NULL,
    content    ${bytes} NOT NULL,
    PRIMARY KEY (message, ordinal)
);

-- No reference: the chat that is not stored yet has a draft too, under the id that is all zeros.
CREATE TABLE draft (
    conversation_id UUID PRIMARY KEY,
    text            ${long_text} NOT NULL
);

-- What was asked of models without a conversation. Days are counted from 1970.
CREATE TABLE usage_count (
    on_day            BIGINT NOT NULL,
    key_name          VARCHAR NOT NULL,
    model             VARCHAR NOT NULL,
    calls             BIGINT NOT NULL,
    prompt_tokens     BIGINT NOT NULL,
    completion_tokens BIGINT NOT NULL,
    PRIMARY KEY (on_day, key_name, model)
);
