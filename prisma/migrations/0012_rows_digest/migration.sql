-- What readers are answered from: the rows of an edition. Their digest goes into the log, so that rows changed behind the
-- guards are noticed like a changed statement.

-- The columns of a table that are part of what an edition states. Not what is derived (search words) or has a hash of its
-- own (the bytes of files). A column that comes later must be null in the rows of published editions, and changes nothing.
CREATE FUNCTION gk_stated_columns(of_table regclass, passing text[] DEFAULT '{}') RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(format('%I', attname), ', ' ORDER BY attname COLLATE "C") FROM pg_attribute
    WHERE attrelid = of_table AND attnum > 0 AND NOT attisdropped
      AND atttypid NOT IN ('bytea'::regtype, 'tsvector'::regtype) AND attname <> ALL (passing)
$$;

-- Writes gk_rows_digest(edition): 'sha256:…' over every row of an edition in every guarded table, and the edition's own.
-- Tables without rows of it add nothing, so a table that comes later changes nothing. The same on every server: in UTC, in
-- the order of hashes. It is written out, one statement a table, because statements that are built anew are planned anew.
-- A migration that adds a column to a guarded table ends with SELECT gk_write_rows_digest().
CREATE FUNCTION gk_write_rows_digest() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  part record;
  steps text := '';
BEGIN
  FOR part IN
    SELECT * FROM (
      SELECT c.relname::text AS name, gk_stated_columns(c.oid) AS columns,
          string_to_array(encode(t.tgargs, 'escape'), '\000') AS way
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        -- The statement has a digest of its own, which the log holds too.
        WHERE t.tgname = 'gk_guard_insert' AND c.relname <> 'statement'
      UNION ALL
      SELECT 'edition', gk_stated_columns('edition', ARRAY['state', 'published_until', 'sealed_at']), ARRAY['id', '']
    ) parts ORDER BY name COLLATE "C"
  LOOP
    steps := steps || format('
  SELECT sha256(string_agg(one, '''' ORDER BY one)) INTO hashed FROM (
    SELECT sha256(convert_to(jsonb_strip_nulls(to_jsonb(stated))::text, ''UTF8'')) AS one
    FROM (SELECT %s FROM %I WHERE %I %s) stated) hashes;
  IF hashed IS NOT NULL THEN told := told || sha256(%L) || hashed; END IF;', part.columns, part.name, part.way[1],
      CASE WHEN array_length(part.way, 1) = 2 THEN '= of_edition'
        ELSE format('IN (SELECT %I FROM %I WHERE edition_id = of_edition)', part.way[3], part.way[2]) END, part.name);
  END LOOP;
  EXECUTE format('CREATE OR REPLACE FUNCTION gk_rows_digest(of_edition uuid) RETURNS text LANGUAGE plpgsql STABLE
  SET timezone = ''UTC'' SET datestyle = ''ISO'' SET intervalstyle = ''postgres'' SET extra_float_digits = 1 AS %L', '
DECLARE
  hashed bytea;
  told bytea := '''';
BEGIN' || steps || '
  RETURN ''sha256:'' || encode(sha256(told), ''hex'');
END');
END $$;

SELECT gk_write_rows_digest();

-- A table that is guarded from now on is in the digest from now on.
ALTER FUNCTION gk_guard_rows(regclass, text, text, text) RENAME TO gk_guard_only;
CREATE FUNCTION gk_guard_rows(guarded regclass, key text DEFAULT 'edition_id', parent text DEFAULT NULL, parent_key text DEFAULT 'id')
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM gk_guard_only(guarded, key, parent, parent_key);
  PERFORM gk_write_rows_digest();
END $$;
