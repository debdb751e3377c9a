const q = (words: string, more = '') => `?q=${encodeURIComponent(words)}${more}`;

/** What a reader of the search may ask: a rare word, a word that every record has, beginnings, a phrase, a slip, nothing. */
export const searches = {
  'a rare name': q('УСАИД'), 'a word of every record': q('споразум'), 'two words': q('сарадњи пирот'), 'a beginning': q('енерг'), 'a phrase': q('„размени ученика“'), 'a country and a year': q('Немачка 2007'),
  'a common word narrowed by facets': q('споразум', '&type=agreement&country=BG&year=2010'), 'the last page of a common word': q('споразум', '&per-page=100&page=10'), 'a slip': q('sporazun'), 'nothing': q('квантна физика'),
} as const;
