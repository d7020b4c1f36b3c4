-- What readers are answered from: the rows of an edition. Their digest goes into the log, so that rows changed behind the
-- guards are noticed like a changed statement.

-- The columns of a table that are part of what an edition states. Not what is derived (search words) or has a hash of its
-- own (the bytes of files). A column that comes later must be null in the rows of published editions, and changes nothing.
CREATE FUNCTION gk_stated_columns(of_table regclass, passing text[] DEFAULT '{}') RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(format('%I', attname), ', ' ORDER BY attname COLLATE "C") FROM pg_attribute
    WHERE attrelid = of_table AND attnum > 0 AND NOT attisdropped
      AND atttypid NOT IN ('bytea'::regtype, 'tsvector'::regtype) AND attname <> ALL (passing)
$$;

-- 'sha256:…' over every row of an edition in every guarded table, and the edition's own. Tables without rows of it add
-- nothing, so a table that comes later changes nothing. The same on every server: in UTC, in the order of hashes.
CREATE FUNCTION gk_rows_digest(of_edition uuid) RETURNS text LANGUAGE plpgsql STABLE
  SET timezone = 'UTC' SET datestyle = 'ISO' SET intervalstyle = 'postgres' SET extra_float_digits = 1 AS $$
DECLARE
  part record;
  hashed bytea;
  told bytea := '';
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
    EXECUTE format('SELECT sha256(string_agg(one, '''' ORDER BY one)) FROM (
        SELECT sha256(convert_to(jsonb_strip_nulls(to_jsonb(stated))::text, ''UTF8'')) AS one
        FROM (SELECT %s FROM %I WHERE %I %s) stated) hashes', part.columns, part.name, part.way[1],
      CASE WHEN array_length(part.way, 1) = 2 THEN '= $1'
        ELSE format('IN (SELECT %I FROM %I WHERE edition_id = $1)', part.way[3], part.way[2]) END)
      INTO hashed USING of_edition;
    IF hashed IS NOT NULL THEN
      told := told || sha256(convert_to(part.name, 'UTF8')) || hashed;
    END IF;
  END LOOP;
  RETURN 'sha256:' || encode(sha256(told), 'hex');
END $$;
