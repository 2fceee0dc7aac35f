-- Lines of the access log are only ever added, each chained to the one before. Two roles without login share the work:
-- one adds and reads, the other owns the one function that removes lines older than twelve months.

-- CreateTable
CREATE TABLE "access_log_anchor" (
    "id" INTEGER NOT NULL,
    "sequence" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "access_log_anchor_pkey" PRIMARY KEY ("id")
);

alter table access_log alter column sequence drop default;
drop sequence access_log_sequence_seq;

-- The words joined by the hash may not hold its separator.
alter table access_log
  add constraint access_log_words check (role ~ '^[a-z_]+$' and purpose ~ '^[a-z_]+$'),
  add constraint access_log_reason check (reason <> '');

-- Roles belong to the whole server: another database may have made them already, or be making them now.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['actifs_access_log', 'actifs_access_log_keeper'] loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin', wanted);
      end if;
    exception when duplicate_object or unique_violation then null;
    end;
    if not (select rolsuper from pg_roles where rolname = current_user) then
      execute format('grant %I to %I', wanted, current_user);
    end if;
  end loop;
end $$;

create function access_log_hash(line access_log) returns text language sql stable as $$
  select encode(sha256(convert_to(concat_ws('|', line.previous_hash, line.sequence,
    to_char(line.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), line.territory_id, line.account_id, line.role,
    coalesce(line.organisation_id::text, ''), line.profile_id, line.purpose, coalesce(line.reason, '')), 'UTF8')), 'hex')
$$;

-- Whatever a writer says, the place in the chain is given here; writers wait for each other.
create function chain_access_log() returns trigger language plpgsql as $$
declare
  last record;
begin
  perform pg_advisory_xact_lock(7100211);
  select sequence, hash into last from access_log order by sequence desc limit 1;
  if not found then
    select sequence, hash into last from access_log_anchor where id = 1;
  end if;
  new.sequence := coalesce(last.sequence, 0) + 1;
  new.previous_hash := coalesce(last.hash, repeat('0', 64));
  new.hash := access_log_hash(new);
  return new;
end $$;

create trigger chain before insert on access_log for each row execute function chain_access_log();

create function refuse_access_log_change() returns trigger language plpgsql as $$
begin
  if current_user = 'actifs_access_log_keeper' and tg_op <> 'TRUNCATE' then
    if tg_table_name = 'access_log_anchor' then return new; end if;
    if tg_op = 'DELETE' then return old; end if;
  end if;
  raise exception 'the access log is append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger refuse_change before update or delete on access_log
  for each row execute function refuse_access_log_change();
create trigger refuse_truncate before truncate on access_log
  for each statement execute function refuse_access_log_change();
create trigger refuse_change before insert or update or delete on access_log_anchor
  for each row execute function refuse_access_log_change();
create trigger refuse_truncate before truncate on access_log_anchor
  for each statement execute function refuse_access_log_change();

-- Removes the lines older than twelve months at an instant, from the oldest on and none in between, and keeps the place and
-- the hash of the last one removed. The instant is at most that of the database's clock or of the newest line: whoever would
-- reach further leaves a line that says so.
create function remove_old_access(asked timestamptz) returns bigint language plpgsql security definer
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
  delete from access_log where sequence <= last.sequence;
  get diagnostics kept = row_count;
  return kept;
end $$;

grant usage on schema public to actifs_access_log, actifs_access_log_keeper;
grant create on schema public to actifs_access_log_keeper;
do $$
begin
  execute format('revoke update, delete, truncate on access_log from public, %I', current_user);
  execute format('revoke insert, update, delete, truncate on access_log_anchor from public, %I', current_user);
end $$;
grant select, insert on access_log to actifs_access_log;
grant select on access_log_anchor to actifs_access_log;
grant select, delete on access_log to actifs_access_log_keeper;
grant select, insert, update on access_log_anchor to actifs_access_log_keeper;

alter function remove_old_access(timestamptz) owner to actifs_access_log_keeper;
revoke create on schema public from actifs_access_log_keeper;
revoke all on function remove_old_access(timestamptz) from public;
do $$
begin
  execute format('grant execute on function remove_old_access(timestamptz) to %I', session_user);
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('revoke actifs_access_log_keeper from %I', current_user);
  end if;
end $$;
