create schema if not exists ledger;

-- The only truth. Rows are inserted, never changed.
create table ledger.event (
    -- Taken inside the insert, under the table's lock; cache 1, so that a smaller position was never taken later.
    position        bigint      not null generated always as identity (cache 1),
    -- The three of an event that belongs to a stream; all null for one that does not.
    stream_id       text,
    sequence_number bigint,
    stream_type     text,
    type            text        not null,
    revision        text,
    event_id        uuid        not null,
    -- When it happened: never earlier than the event before it in its stream.
    happened_at     timestamptz not null,
    -- When the ledger wrote it: the database's clock, not a node's.
    recorded_at     timestamptz not null default clock_timestamp(),
    -- UTF-8 JSON; bytea keeps the bytes as they were written.
    payload         bytea       not null,
    metadata        bytea       not null,
    constraint event_pkey primary key (position),
    constraint event_stream_sequence_key unique (stream_id, sequence_number),
    constraint event_whole_stream_check check (
        num_nulls(stream_id, sequence_number, stream_type) in (0, 3)
    ),
    constraint event_sequence_number_check check (sequence_number >= 0)
);

-- A shortcut to a stream's state; may be dropped at any time.
create table ledger.snapshot (
    stream_id       text        not null,
    sequence_number bigint      not null,
    stream_type     text        not null,
    type            text        not null,
    revision        text,
    event_id        uuid        not null,
    happened_at     timestamptz not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    payload         bytea       not null,
    metadata        bytea       not null,
    constraint snapshot_pkey primary key (stream_id)
);

-- Who holds what may be held once only, such as a user name. The digest hides what it is.
create table ledger.reservation (
    kind        text        not null,
    digest      bytea       not null,
    holder      text        not null,
    reserved_at timestamptz not null default clock_timestamp(),
    constraint reservation_pkey primary key (kind, digest)
);

create view ledger.readable_event as
select
    position,
    stream_type,
    stream_id,
    sequence_number,
    type,
    revision,
    happened_at,
    recorded_at,
    event_id,
    convert_from(payload, 'UTF8')::jsonb as payload,
    convert_from(metadata, 'UTF8')::jsonb as metadata
from ledger.event;
