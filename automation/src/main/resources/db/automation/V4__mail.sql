-- Mails that are to be sent, and those that were: at least once each, under one Message-ID. Ids only, no texts: what a
-- mail says is read when it goes out.
create table automation.letter (
    id text not null,
    recipient text not null,
    kind text not null,
    filed_at timestamptz not null,
    due_at timestamptz not null,
    attempts integer not null default 0,
    state text not null default 'waiting',
    ended_at timestamptz,
    note text,
    constraint letter_pk primary key (id),
    constraint letter_state_check check (state in ('waiting', 'sent', 'withheld', 'refused', 'given_up')),
    constraint letter_ended_check check ((state = 'waiting') = (ended_at is null))
);

create index letter_due on automation.letter (due_at, id) where state = 'waiting';
create index letter_gathering on automation.letter (recipient) where state = 'waiting' and kind = 'news';
create index letter_ended on automation.letter (ended_at) where state <> 'waiting';

comment on column automation.letter.id is 'mail- and a ULID; its Message-ID is made of it';
comment on column automation.letter.recipient is 'id of an account';
comment on column automation.letter.state is
    'waiting; sent: handed over; withheld: nothing to tell any more; refused: by the server for good; given_up: too old';
comment on column automation.letter.note is 'why it was withheld, refused or has not gone out yet; nothing personal';

-- What a mail is about. One event never tells one person twice.
create table automation.letter_reason (
    cause text not null,
    recipient text not null,
    letter_id text not null,
    kind text not null,
    actor text,
    task_id text,
    comment_id text,
    constraint letter_reason_pk primary key (cause, recipient),
    constraint letter_reason_of_letter foreign key (letter_id) references automation.letter (id) on delete cascade
);

create index letter_reason_letter on automation.letter_reason (letter_id, cause);

comment on column automation.letter_reason.cause is 'id of the event, or of the link that the mail brings';

-- How far the automations have got, in the transaction of what they wrote. Never reset: what was sent stays sent.
create table automation.token (
    processor_name text not null,
    segment integer not null,
    token bytea,
    token_type text,
    timestamp text,
    owner text,
    mask integer,
    constraint token_pk primary key (processor_name, segment)
);
