/** One document: what it is, what it says, who must act, and what it is bound to. */
export const documentQuery = `
query Document($by: RegulatoryDocumentBy!, $lang: Language!) {
  platform { name }
  regulatoryDocument(by: $by) {
    id title permalink url versionUrl indexNumber attribute annotation addressees copiedTo summary text isSample
    firstPublishedAt modifiedAt formedOn printedOn effectiveFrom effectiveTo
    citation
    number { text }
    publisher { name }
    issuers { name }
    genre { label(lang: $lang) }
    topic { label(lang: $lang) }
    subtopic { label(lang: $lang) }
    eventClasses { label(lang: $lang) }
    validity { code label(lang: $lang) }
    edition { number changeNote }
    articles {
      id level marker path heading text permalink
      parent { id }
      responsibilities { writtenName }
    }
    relations {
      type
      label(lang: $lang)
      targetNumber targetTitle
      article { marker permalink }
      document { title permalink }
    }
    interpretations { title permalink formedOn }
  }
}`;
