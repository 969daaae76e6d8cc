-- Conversations and their messages. Runs unchanged on H2 and PostgreSQL; only the types named by
-- placeholders differ. Times are milliseconds since 1970.

CREATE TABLE conversation (
    id               UUID PRIMARY KEY,
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
    tail_id          UUID,             -- the last message of the path shown
    switches         INT NOT NULL,     -- how often another path was shown, see message.hidden_by
    preview          VARCHAR(120) NOT NULL,
    unread           INT NOT NULL,
    trashed          BOOLEAN NOT NULL,
    trashed_at       BIGINT,
    CONSTRAINT conversation_user UNIQUE (channel, user_id)
);

CREATE INDEX conversation_list
    ON conversation (trashed, pinned, updated_at DESC, id DESC);

CREATE TABLE message (
    id                UUID PRIMARY KEY,
    conversation_id   UUID NOT NULL REFERENCES conversation ON DELETE CASCADE,
    position          INT NOT NULL,
    parent_id         UUID,
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
    created_at        BIGINT NOT NULL,
    version           INT NOT NULL,
    versions          INT NOT NULL,
    active            BOOLEAN NOT NULL, -- on the path shown
    hidden_by         INT NOT NULL,     -- the switch that hid it last, 0 for none
    pinned            BOOLEAN NOT NULL,
    deleted           BOOLEAN NOT NULL,
    attachments       INT NOT NULL,
    channel           VARCHAR(16),      -- only with an external id
    external_id       VARCHAR,
    CONSTRAINT message_external UNIQUE (channel, external_id)
);

-- The path shown and the versions at a position are both ranges of this one.
CREATE INDEX message_path ON message (conversation_id, position);

-- The replies being written, so that a start finds what the last end left behind without an index
-- that every message would have to pay for.
CREATE TABLE unfinished (
    message_id UUID PRIMARY KEY REFERENCES message ON DELETE CASCADE
);

CREATE TABLE attachment (
    message_id UUID NOT NULL REFERENCES message ON DELETE CASCADE,
    ordinal    INT NOT NULL,
    name       VARCHAR NOT NULL,
    media_type VARCHAR NOT NULL,
    size       INT NOT NULL,
    content    ${bytes} NOT NULL,
    PRIMARY KEY (message_id, ordinal)
);

CREATE TABLE draft (
    conversation_id UUID PRIMARY KEY REFERENCES conversation ON DELETE CASCADE,
    text            ${long_text} NOT NULL
);
