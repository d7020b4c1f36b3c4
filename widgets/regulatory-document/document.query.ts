/** One document: whether it holds, what it is, what it says, who must act, and what it is bound to. */
export const documentQuery = `
query DocumentPanel($by: RegulatoryDocumentBy!, $validOn: Date, $asOf: DateTime, $lang: Language!) {
  platform { name }
  regulatoryDocument(by: $by, validOn: $validOn, asOf: $asOf) {
    title permalink url versionUrl indexNumber attribute annotation addressees copiedTo summary text isSample registration
    firstPublishedAt modifiedAt formedOn printedOn effectiveFrom effectiveTo lapsesOn digest citation
    number { text }
    publisher { name }
    issuers { name }
    instrument { title }
    genre { label(lang: $lang) }
    rank { label(lang: $lang) }
    topic { label(lang: $lang) }
    subtopic { label(lang: $lang) }
    eventClasses { label(lang: $lang) }
    validity { code label(lang: $lang) }
    edition { number changeNote }
    attachments { name url }
    articles { ...piece permalink responsibilities { writtenName } }
    relations {
      type direction
      label(lang: $lang)
      targetNumber targetTitle
      article { marker }
      document { ...other }
    }
    endedBases { ...other }
    interpretations { ...other articles { ...piece } }
  }
}
fragment piece on Article { id level marker path heading text parent { id } }
fragment other on RegulatoryDocument {
  title permalink formedOn number { text } publisher { name } validity { code label(lang: $lang) }
}`;
