-- How far this version of the projection has got: Axon's token, written in one transaction with the rows.
create table token (
    processor_name text not null,
    segment integer not null,
    token bytea,
    token_type text,
    timestamp text,
    owner text,
    mask integer,
    constraint token_pk primary key (processor_name, segment)
);
