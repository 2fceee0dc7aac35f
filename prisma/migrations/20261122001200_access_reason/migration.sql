-- A typed reason may name the person who was read: it stands apart from the log, which keeps its salted hash, so that it goes
-- with the person and the chain still holds.

-- CreateTable
CREATE TABLE "access_reason" (
    "hash" TEXT NOT NULL,
    "profile_id" UUID NOT NULL,
    "salt" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "access_reason_pkey" PRIMARY KEY ("hash")
);
CREATE INDEX "access_reason_profile_id_idx" ON "access_reason"("profile_id");

alter table access_reason
  add constraint access_reason_typed check (reason <> ''),
  add constraint access_reason_hash check (hash = encode(sha256(convert_to(salt || '|' || reason, 'UTF8')), 'hex'));
alter table access_reason alter column reason set statistics 0;

alter table access_log add column reason_hash text;

do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant actifs_access_log_keeper to %I', current_user);
  end if;
  execute format('grant update on access_log to %I', current_user);
end $$;

-- The lines that are there are chained anew, each reason under its hash.
alter table access_log disable trigger user;
create temporary table salted on commit drop as
  select sequence, replace(gen_random_uuid()::text, '-', '') as salt from access_log where reason is not null;
update access_log l
  set reason_hash = encode(sha256(convert_to(s.salt || '|' || l.reason, 'UTF8')), 'hex')
  from salted s where s.sequence = l.sequence;
insert into access_reason (hash, profile_id, salt, reason)
  select l.reason_hash, l.profile_id, s.salt, l.reason from access_log l join salted s using (sequence)
  where exists (select from profile p where p.id = l.profile_id);

alter table access_log drop constraint access_log_reason;
alter table access_log drop column reason;

create or replace function access_log_hash(line access_log) returns text language sql stable as $$
  select encode(sha256(convert_to(concat_ws('|', line.previous_hash, line.sequence,
    to_char(line.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), line.territory_id, line.account_id, line.role,
    coalesce(line.organisation_id::text, ''), line.profile_id, line.purpose, coalesce(line.reason_hash, '')), 'UTF8')), 'hex')
$$;

do $$
declare
  line access_log;
  before text;
begin
  select hash into before from access_log_anchor where id = 1;
  before := coalesce(before, repeat('0', 64));
  for line in select * from access_log order by sequence loop
    line.previous_hash := before;
    before := access_log_hash(line);
    update access_log set previous_hash = line.previous_hash, hash = before where sequence = line.sequence;
  end loop;
end $$;
alter table access_log enable trigger user;

-- Reasons are only ever added, and go with the person or with their line.
create function refuse_access_reason_change() returns trigger language plpgsql as $$
begin
  if current_user = 'actifs_access_log_keeper' and tg_op = 'DELETE' then return old; end if;
  raise exception 'the access log is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger refuse_change before update or delete on access_reason
  for each row execute function refuse_access_reason_change();
create trigger refuse_truncate before truncate on access_reason
  for each statement execute function refuse_access_reason_change();

create function forget_access_reasons() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  delete from access_reason where profile_id = old.id;
  return null;
end $$;
create trigger access_reasons_forgotten after delete on profile
  for each row execute function forget_access_reasons();

create or replace function remove_old_access(asked timestamptz) returns bigint language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  until timestamptz;
  kept bigint;
  last record;
begin
  perform pg_advisory_xact_lock(7100211);
  select least(asked, greatest(clock_timestamp(), max(at))) - interval '12 months' into until from access_log;
  select coalesce(min(sequence), 9223372036854775807) into kept from access_log where at >= until;
  select sequence, hash into last from access_log where sequence < kept order by sequence desc limit 1;
  if not found then return 0; end if;
  insert into access_log_anchor (id, sequence, hash) values (1, last.sequence, last.hash)
    on conflict (id) do update set sequence = excluded.sequence, hash = excluded.hash;
  delete from access_reason where hash in (select reason_hash from access_log where sequence <= last.sequence);
  delete from access_log where sequence <= last.sequence;
  get diagnostics kept = row_count;
  return kept;
end $$;

do $$
begin
  execute format('revoke update on access_log from %I', current_user);
  execute format('revoke update, delete, truncate on access_reason from public, %I', current_user);
end $$;
grant select, insert on access_reason to actifs_access_log;
grant select, delete on access_reason to actifs_access_log_keeper;
grant create on schema public to actifs_access_log_keeper;
alter function forget_access_reasons() owner to actifs_access_log_keeper;
revoke create on schema public from actifs_access_log_keeper;
revoke all on function forget_access_reasons() from public;
do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('revoke actifs_access_log_keeper from %I', current_user);
  end if;
end $$;
