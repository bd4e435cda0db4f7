-- How often somebody did something, as the counting library writes it. Addresses stay for no longer than a window.
create table security.rate_limit (
    id         text   not null,
    state      bytea,
    -- Milliseconds since 1970.
    expires_at bigint,
    constraint rate_limit_pk primary key (id)
);

create index rate_limit_by_end on security.rate_limit (expires_at);
