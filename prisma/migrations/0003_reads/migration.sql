-- How lists are found. One index an order serves the live list and every earlier instant alike: rows that had ended are
-- few, and are passed over in the index itself. What a list is filtered, counted or cut by stands in the index too, so
-- that only the rows of the page are fetched.

DROP INDEX edition_live_formed, edition_live_published, edition_live_effective, edition_live_title, edition_live_topic,
  edition_live_publisher, edition_history;

CREATE INDEX edition_by_formed ON edition (kind, formed_on DESC NULLS LAST, document_id, published_until, published_at)
  INCLUDE (id, publisher_id, topic, effective_from, effective_to) WHERE published_at IS NOT NULL AND attribute = 'PROACTIVE';
CREATE INDEX edition_by_published ON edition (kind, published_at DESC, document_id, published_until)
  INCLUDE (id, publisher_id) WHERE published_at IS NOT NULL AND attribute = 'PROACTIVE';
CREATE INDEX edition_by_effective ON edition (kind, effective_from DESC NULLS LAST, document_id, published_until, published_at)
  INCLUDE (id, publisher_id) WHERE published_at IS NOT NULL AND attribute = 'PROACTIVE';
CREATE INDEX edition_by_topic ON edition (kind, topic, formed_on DESC NULLS LAST, document_id, published_until, published_at)
  INCLUDE (id, publisher_id) WHERE published_at IS NOT NULL AND attribute = 'PROACTIVE';
CREATE INDEX edition_by_publisher ON edition (publisher_id, kind, formed_on DESC NULLS LAST, document_id, published_until, published_at)
  INCLUDE (id) WHERE published_at IS NOT NULL AND attribute = 'PROACTIVE';

-- What a list is filtered and counted by, apart from the texts beside it.
CREATE INDEX regulatory_document_facts ON regulatory_document (edition_id) INCLUDE (genre, year, issuer_code);

-- What ended or amended others, out of all that merely cite.
CREATE INDEX relation_effect ON relation (target_key) INCLUDE (edition_id, type) WHERE type IN ('REPEALS', 'SUPERSEDES', 'AMENDS');
