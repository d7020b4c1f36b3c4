-- What the database itself refuses, whoever asks: history is append-only, what was published never changes (已发布内容不可更改).
--
-- SQLSTATE: GK001 a published edition or its rows; GK002 the event log; GK003 an issued index number;
--           GK004 deleting what was published; GK005 emptying a guarded table.

-- Editions -------------------------------------------------------------------------------------------------------------

CREATE FUNCTION gk_guard_edition() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.published_at IS NOT NULL THEN
      RAISE EXCEPTION '版本 % 须先存为草稿并写入其内容，再予发布。 Edition % must be stored as a draft with its rows before it is published.', NEW.id, NEW.id
        USING ERRCODE = 'GK001';
    END IF;
    RETURN NEW;
  END IF;

  IF OLD.published_at IS NOT NULL THEN
    IF TG_OP = 'DELETE' THEN
      RAISE EXCEPTION '版本 % 已发布，不可删除；可以撤回。 Edition % is published and cannot be deleted; it can be withdrawn.', OLD.id, OLD.id
        USING ERRCODE = 'GK004';
    END IF;
    SELECT string_agg(was.key, ', ' ORDER BY was.key) INTO changed
      FROM jsonb_each(to_jsonb(OLD)) was JOIN jsonb_each(to_jsonb(NEW)) is_now USING (key)
      WHERE was.value IS DISTINCT FROM is_now.value AND was.key NOT IN ('state', 'published_until');
    IF changed IS NOT NULL THEN
      RAISE EXCEPTION '版本 % 已发布，不可更改（%）；请另出新版。 Edition % is published and cannot change (%); publish a new edition.', OLD.id, changed, OLD.id, changed
        USING ERRCODE = 'GK001';
    END IF;
    IF NEW.state <> OLD.state AND NOT (OLD.state = 'PUBLISHED' AND NEW.state IN ('SUPERSEDED', 'CORRECTED', 'WITHDRAWN')) THEN
      RAISE EXCEPTION '已发布的版本 % 不能由 % 变为 %。 Published edition % cannot go from % to %.', OLD.id, OLD.state, NEW.state, OLD.id, OLD.state, NEW.state
        USING ERRCODE = 'GK001';
    END IF;
    IF OLD.published_until IS NOT NULL AND NEW.published_until IS DISTINCT FROM OLD.published_until THEN
      RAISE EXCEPTION '版本 % 的截止时刻已定，不可再改。 The end of edition % is set and cannot change.', OLD.id, OLD.id
        USING ERRCODE = 'GK001';
    END IF;
  ELSIF TG_OP = 'UPDATE' AND NEW.published_at IS NOT NULL THEN
    -- At no instant may two editions of one document have been in force, or "as of" would have two answers.
    IF EXISTS (SELECT FROM edition other
        WHERE other.document_id = NEW.document_id AND other.id <> NEW.id AND other.published_at IS NOT NULL
          AND coalesce(other.published_until, 'infinity') > NEW.published_at) THEN
      RAISE EXCEPTION '文件 % 在 % 仍有另一版有效；请先结束上一版。 Document % has another edition at %; end that one first.', NEW.document_id, NEW.published_at, NEW.document_id, NEW.published_at
        USING ERRCODE = 'GK001';
    END IF;
  END IF;

  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER gk_guard BEFORE INSERT OR UPDATE OR DELETE ON edition FOR EACH ROW EXECUTE FUNCTION gk_guard_edition();

-- Rows of an edition ---------------------------------------------------------------------------------------------------

-- Arguments: the column that leads to the edition; if it leads there by way of a parent table, that table and its key.
-- It runs once per statement, over all rows the statement touched.
CREATE FUNCTION gk_refuse_published_rows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched text := CASE TG_OP
    WHEN 'INSERT' THEN format('SELECT %I AS key FROM new_rows', TG_ARGV[0])
    WHEN 'DELETE' THEN format('SELECT %I AS key FROM old_rows', TG_ARGV[0])
    ELSE format('SELECT %1$I AS key FROM old_rows UNION SELECT %1$I FROM new_rows', TG_ARGV[0]) END;
  editions text := touched;
  published uuid;
BEGIN
  IF TG_NARGS > 1 THEN
    editions := format('SELECT parent.edition_id FROM (%s) touched JOIN %I parent ON parent.%I = touched.key',
      touched, TG_ARGV[1], TG_ARGV[2]);
  END IF;
  -- FOR SHARE holds off a publication of the same edition until these rows are committed, and sees one that came first.
  -- The filter stands on the aggregate: as a WHERE it would be pushed below the locking, and lock nothing.
  EXECUTE format('SELECT min(id::text) FILTER (WHERE published_at IS NOT NULL)
    FROM (SELECT id, published_at FROM edition WHERE id IN (%s) ORDER BY id FOR SHARE) held', editions) INTO published;
  IF published IS NOT NULL THEN
    RAISE EXCEPTION '版本 % 已发布，其内容（%）不可增删改；请另出新版。 Edition % is published, its rows (%) cannot change; publish a new edition.',
      published, TG_TABLE_NAME, published, TG_TABLE_NAME USING ERRCODE = 'GK001';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION gk_refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '不可清空表 %。 Table % cannot be emptied.', TG_TABLE_NAME, TG_TABLE_NAME USING ERRCODE = 'GK005';
END $$;

-- Guards the rows of a kind: one line for each of its tables in its migration.
--   SELECT gk_guard_rows('budget_line');                                          -- has edition_id
--   SELECT gk_guard_rows('milestone_step', 'milestone_id', 'milestone', 'id');    -- by way of milestone.edition_id
CREATE FUNCTION gk_guard_rows(guarded regclass, key text DEFAULT 'edition_id', parent text DEFAULT NULL, parent_key text DEFAULT 'id')
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  arguments text := CASE WHEN parent IS NULL THEN quote_literal(key)
    ELSE concat_ws(', ', quote_literal(key), quote_literal(parent), quote_literal(parent_key)) END;
BEGIN
  EXECUTE format('CREATE TRIGGER gk_guard_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION gk_refuse_published_rows(%s)', guarded, arguments);
  EXECUTE format('CREATE TRIGGER gk_guard_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION gk_refuse_published_rows(%s)', guarded, arguments);
  EXECUTE format('CREATE TRIGGER gk_guard_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION gk_refuse_published_rows(%s)', guarded, arguments);
  EXECUTE format('CREATE TRIGGER gk_guard_truncate BEFORE TRUNCATE ON %s
    FOR EACH STATEMENT EXECUTE FUNCTION gk_refuse_truncate()', guarded);
END $$;

SELECT gk_guard_rows('finding');
SELECT gk_guard_rows('attachment');
SELECT gk_guard_rows('regulatory_document');
SELECT gk_guard_rows('regulatory_document_issuer');
SELECT gk_guard_rows('article');
SELECT gk_guard_rows('responsibility', 'article_id', 'article');
SELECT gk_guard_rows('relation');

-- The event log --------------------------------------------------------------------------------------------------------

CREATE FUNCTION gk_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%只可追加，不可更改或删除。 Table % is append-only: nothing in it is changed or deleted.', TG_TABLE_NAME, TG_TABLE_NAME
    USING ERRCODE = 'GK002';
END $$;

CREATE TRIGGER gk_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION gk_append_only();

-- Documents ------------------------------------------------------------------------------------------------------------

CREATE FUNCTION gk_guard_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.index_number IS NOT NULL AND NEW.index_number IS DISTINCT FROM OLD.index_number THEN
      RAISE EXCEPTION '索引号 % 一经编定终身不变。 Index number % is issued for all time and cannot change.', OLD.index_number, OLD.index_number
        USING ERRCODE = 'GK003';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.index_number IS NOT NULL OR EXISTS (SELECT FROM edition WHERE document_id = OLD.id AND published_at IS NOT NULL) THEN
    RAISE EXCEPTION '文件 % 曾经公开，不可删除。 Document % has been public and cannot be deleted.', OLD.id, OLD.id
      USING ERRCODE = 'GK004';
  END IF;
  RETURN OLD;
END $$;

CREATE TRIGGER gk_guard BEFORE UPDATE OR DELETE ON document FOR EACH ROW EXECUTE FUNCTION gk_guard_document();
CREATE TRIGGER gk_guard_truncate BEFORE TRUNCATE ON document FOR EACH STATEMENT EXECUTE FUNCTION gk_refuse_truncate();
CREATE TRIGGER gk_guard_truncate BEFORE TRUNCATE ON edition FOR EACH STATEMENT EXECUTE FUNCTION gk_refuse_truncate();

-- Rules of shape -------------------------------------------------------------------------------------------------------

ALTER TABLE edition
  ADD CONSTRAINT edition_number_positive CHECK (number > 0),
  ADD CONSTRAINT edition_effective_order CHECK (effective_from <= effective_to),
  ADD CONSTRAINT edition_published_order CHECK (published_until >= published_at),
  ADD CONSTRAINT edition_ends_after_publication CHECK (published_until IS NULL OR published_at IS NOT NULL),
  ADD CONSTRAINT edition_state_published CHECK
    ((published_at IS NOT NULL) = (state IN ('PUBLISHED', 'SUPERSEDED', 'CORRECTED', 'WITHDRAWN'))),
  ADD CONSTRAINT edition_state_ended CHECK
    ((published_until IS NOT NULL) = (state IN ('SUPERSEDED', 'CORRECTED', 'WITHDRAWN')));

ALTER TABLE attachment ADD CONSTRAINT attachment_size CHECK (size = octet_length(content));
ALTER TABLE index_counter ADD CONSTRAINT index_counter_last_positive CHECK (last > 0);

-- Whoever is named as publisher, issuer or responsible is an organization we know.
ALTER TABLE edition ADD CONSTRAINT edition_publisher_fkey FOREIGN KEY (publisher_id) REFERENCES organization (id);
ALTER TABLE regulatory_document_issuer
  ADD CONSTRAINT regulatory_document_issuer_organization_fkey FOREIGN KEY (organization_id) REFERENCES organization (id);
ALTER TABLE responsibility
  ADD CONSTRAINT responsibility_organization_fkey FOREIGN KEY (organization_id) REFERENCES organization (id);

-- An edition is of its document's kind.
ALTER TABLE document ADD CONSTRAINT document_id_kind_key UNIQUE (id, kind);
ALTER TABLE edition ADD CONSTRAINT edition_kind_fkey FOREIGN KEY (document_id, kind) REFERENCES document (id, kind);

-- One edition of a document is live at most, and one is being prepared at most.
CREATE UNIQUE INDEX edition_live ON edition (document_id) WHERE published_at IS NOT NULL AND published_until IS NULL;
CREATE UNIQUE INDEX edition_open ON edition (document_id) WHERE published_at IS NULL;

-- Reads ----------------------------------------------------------------------------------------------------------------

-- The live lists, in the orders a reader may ask for; document_id breaks ties.
CREATE INDEX edition_live_formed ON edition (kind, formed_on DESC NULLS LAST, document_id)
  WHERE published_at IS NOT NULL AND published_until IS NULL;
CREATE INDEX edition_live_published ON edition (kind, published_at DESC, document_id)
  WHERE published_at IS NOT NULL AND published_until IS NULL;
CREATE INDEX edition_live_effective ON edition (kind, effective_from DESC NULLS LAST, document_id)
  WHERE published_at IS NOT NULL AND published_until IS NULL;
CREATE INDEX edition_live_title ON edition (kind, title, document_id)
  WHERE published_at IS NOT NULL AND published_until IS NULL;
CREATE INDEX edition_live_topic ON edition (kind, topic, formed_on DESC NULLS LAST)
  WHERE published_at IS NOT NULL AND published_until IS NULL;
CREATE INDEX edition_live_publisher ON edition (publisher_id)
  WHERE published_at IS NOT NULL AND published_until IS NULL;
-- What the platform said at an instant (asOf).
CREATE INDEX edition_history ON edition (kind, published_at, published_until) WHERE published_at IS NOT NULL;
-- The last change a reader can know of: the snapshot of every list.
CREATE INDEX event_changes ON event (at) WHERE type IN ('PUBLISHED', 'WITHDRAWN');
