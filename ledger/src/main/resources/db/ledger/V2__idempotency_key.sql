-- What a program asked under a key of its own, written in the transaction that did it: asked again, it is not done again.
create table ledger.idempotency_key (
    actor          text        not null,
    key            text        not null,
    request_digest bytea       not null,
    -- The stream that the command was for.
    target         text,
    -- The last position that it wrote; null where it changed nothing.
    position       bigint,
    -- As it was answered, sealed; null until that is known.
    answer         text,
    created_at     timestamptz not null default clock_timestamp(),
    constraint idempotency_key_pkey primary key (actor, key)
);

create index idempotency_key_by_age on ledger.idempotency_key (created_at);
