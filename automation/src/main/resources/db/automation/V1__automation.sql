create schema if not exists automation;

-- Axon's DeadLetterEntry (JPA), in its columns.
create table automation.dead_letter_entry (
    dead_letter_id text not null,
    cause_message text,
    cause_type text,
    diagnostics bytea,
    enqueued_at timestamptz not null,
    last_touched timestamptz,
    processing_started timestamptz,
    processing_group text not null,
    sequence_identifier text not null,
    sequence_index bigint not null,
    aggregate_identifier text,
    event_identifier text not null,
    message_type text not null,
    meta_data bytea,
    payload bytea not null,
    payload_revision text,
    payload_type text not null,
    sequence_number bigint,
    time_stamp text not null,
    token bytea,
    token_type text,
    type text,
    constraint dead_letter_entry_pk primary key (dead_letter_id),
    constraint dead_letter_entry_place unique (processing_group, sequence_identifier, sequence_index)
);

create index dead_letter_entry_sequence on automation.dead_letter_entry (processing_group, sequence_identifier);
