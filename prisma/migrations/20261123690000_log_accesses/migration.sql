-- A reading is added to the access log and its reader's pace counted in one call: whoever waits for the chain waits for less.
-- Each statement of these functions sees what was written before it, by others too once the chain's lock is taken.

-- How many distinct people a reader has read in the hour and in the 24 hours before an instant, and on the mean of her or his
-- latest days before those, looked for in 90 days; that mean is left at 0 up to so many people in 24 hours.
create function reading_pace(reader uuid, seen_at timestamptz, calm int, usual_days int)
  returns table (last_hour int, last_day int, usual_day float8) language plpgsql as $$
begin
  select count(distinct l.profile_id) filter (where l.at > seen_at - interval '1 hour'), count(distinct l.profile_id)
    into last_hour, last_day
    from access_log l where l.account_id = reader and l.at > seen_at - interval '24 hours';
  usual_day := 0;
  if last_day > calm then
    select coalesce(avg(days.people), 0) into usual_day from (
      select count(distinct l.profile_id) as people from access_log l
      where l.account_id = reader and l.at > seen_at - interval '2160 hours' and l.at <= seen_at - interval '24 hours'
      group by (l.at at time zone 'Europe/Paris')::date
      order by (l.at at time zone 'Europe/Paris')::date desc limit usual_days) as days;
  end if;
  return next;
end $$;

-- Adds lines, each with its salted reason if there is one, and tells the pace of who reads. It belongs to the role that can add
-- and read alone, and runs as that role.
create function log_accesses(lines jsonb, calm int, usual_days int)
  returns table (reader uuid, seen_at timestamptz, last_hour int, last_day int, usual_day float8)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into access_reason (hash, profile_id, salt, reason)
    select l."reasonHash", l."profileId", l.salt, l.reason
    from jsonb_to_recordset(lines) as l ("reasonHash" text, "profileId" uuid, salt text, reason text)
    where l.reason is not null;
  -- The database gives each line its place in the chain, whatever is said here.
  insert into access_log (sequence, at, territory_id, account_id, role, organisation_id, profile_id, purpose, reason_hash,
    previous_hash, hash)
    select 0, l.at, l."territoryId", l."accountId", l.role, l."organisationId", l."profileId", l.purpose, l."reasonHash", '', ''
    from rows from (jsonb_to_recordset(lines) as (at timestamptz, "territoryId" uuid, "accountId" uuid, role text,
      "organisationId" uuid, "profileId" uuid, purpose text, "reasonHash" text)) with ordinality as l
    order by l.ordinality;
  return query
    select r."accountId", r.at, p.last_hour, p.last_day, p.usual_day
    from (select l."accountId", max(l.at) as at
      from jsonb_to_recordset(lines) as l ("accountId" uuid, at timestamptz) group by 1) as r
    cross join lateral reading_pace(r."accountId", r.at, calm, usual_days) as p;
end $$;

grant create on schema public to actifs_access_log;
alter function log_accesses(jsonb, int, int) owner to actifs_access_log;
revoke create on schema public from actifs_access_log;
revoke all on function log_accesses(jsonb, int, int) from public;
do $$
begin
  execute format('grant execute on function log_accesses(jsonb, int, int) to %I', session_user);
end $$;
