-- Who was erased, and came back with an older backup: their account is to be deleted once more.
alter table security.erasure add column again boolean not null default false;
