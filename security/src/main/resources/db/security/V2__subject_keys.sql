-- The key of everything personal that the ledger holds of one subject: an account, later a workspace.
create table security.subject_key (
    subject    text        not null,
    version    integer     not null,
    -- Encrypted with a key that is derived from the master key. Null: it was erased, and with it what it protected.
    wrapped    bytea,
    created_at timestamptz not null default clock_timestamp(),
    erased_at  timestamptz,
    constraint subject_key_pk primary key (subject, version),
    constraint subject_key_or_erased check ((wrapped is null) = (erased_at is not null)),
    constraint subject_key_version_check check (version > 0)
);
