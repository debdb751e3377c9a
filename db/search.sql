-- Text as search sees it: one script, one case, no diacritics; Ђ, Đ, Dj and dj are one. The same steps as
-- messages/fold.ts in the same order, pinned together by tests/messages/fold.spec.ts. Immutable, so that
-- an index can stand on it; und-x-icu, since the database's own collation may lower ASCII only.
CREATE OR REPLACE FUNCTION povelja_fold(text text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN replace(replace(replace(replace(replace(
    translate(
      regexp_replace(normalize(lower(normalize(text, NFKC) COLLATE "und-x-icu"), NFD), '[\u0300-\u036f]', '', 'g'),
      'абвгдежзијклмнопрстћуфхцчшς',
      'abvgdezzijklmnoprstcufhccsσ'),
    'ђ', 'dj'), 'đ', 'dj'), 'љ', 'lj'), 'њ', 'nj'), 'џ', 'dz');

-- The words of a localised text in all its forms, without the keys and states that stand beside them.
CREATE OR REPLACE FUNCTION povelja_words(held jsonb) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN concat_ws(' ', held -> 'sr-Cyrl' ->> 'text', held -> 'sr-Latn' ->> 'text', held -> 'en' ->> 'text', held ->> 'other');

-- Serbian Latin of a Cyrillic text, for ordering only (capitals of digraphs do not matter to a collation);
-- what readers see is computed by messages/latin.ts.
CREATE OR REPLACE FUNCTION povelja_latin(text text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN replace(replace(replace(replace(replace(replace(
    translate(text, 'абвгдђежзијклмнопрстћуфхцчшАБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШ', 'abvgdđežzijklmnoprstćufhcčšABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠ'),
    'љ', 'lj'), 'њ', 'nj'), 'џ', 'dž'), 'Љ', 'Lj'), 'Њ', 'Nj'), 'Џ', 'Dž');

-- What a localised text is ordered by in a written form; the caller adds that form's collation.
CREATE OR REPLACE FUNCTION povelja_order_text(held jsonb, form text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE form
    WHEN 'en' THEN coalesce(held -> 'en' ->> 'text', held -> 'sr-Latn' ->> 'text', povelja_latin(held -> 'sr-Cyrl' ->> 'text'))
    WHEN 'sr-Latn' THEN coalesce(held -> 'sr-Latn' ->> 'text', povelja_latin(held -> 'sr-Cyrl' ->> 'text'))
    ELSE coalesce(held -> 'sr-Cyrl' ->> 'text', held -> 'sr-Latn' ->> 'text') END;

-- The words of a text, folded, each apart by one blank: what is neither letter nor digit parts them. The same as
-- `wordsOf` in office/search/search.ts.
CREATE OR REPLACE FUNCTION povelja_plain(text text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN trim(regexp_replace(povelja_fold(text) COLLATE "und-x-icu", '[^[:alnum:]]+', ' ', 'g'));

-- The Serbian or the English wordings of localised texts (a JSON array of them), one a line. What exists in Latin
-- script only, or in another language, is read as both. Cut at what a tsvector surely holds.
CREATE OR REPLACE FUNCTION povelja_wordings(texts jsonb, language text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT left(coalesce(string_agg(concat_ws(E'\n',
      CASE WHEN language = 'sr' THEN held -> 'sr-Cyrl' ->> 'text' ELSE held -> 'en' ->> 'text' END,
      CASE WHEN language = 'sr' OR held ->> 'origin' = 'sr-Latn' THEN held -> 'sr-Latn' ->> 'text' END,
      CASE WHEN jsonb_typeof(held -> 'other') = 'object' THEN (SELECT string_agg(value, E'\n') FROM jsonb_each_text(held -> 'other')) END
    ), E'\n'), ''), 30000) FROM jsonb_array_elements(texts) held WHERE jsonb_typeof(held) = 'object');

-- The stem of a folded word by Postgres' own dictionary; of a Serbian one without the -ov- and -ev- of plurals,
-- which that dictionary leaves on („градови“ and „град“ are one), and with the -em of soft instrumentals turned first
-- into an ending that it knows („развојем“ and „развој“ are one).
CREATE OR REPLACE FUNCTION povelja_stem(word text, language text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE language
    WHEN 'sr' THEN regexp_replace(coalesce((ts_lexize('pg_catalog.serbian_stem', CASE WHEN right(word, 2) = 'em' THEN regexp_replace(word, '^(.{2,}[jczs])em$', '\1a') ELSE word END))[1], word), '^(.{3,})[oe]v$', '\1')
    ELSE coalesce((ts_lexize('pg_catalog.english_stem', word))[1], word) END;

-- Words and stems of a text at their places, all of one weight. A word stands as it is, a Serbian stem behind ~, an
-- English one behind ^, and a word of a name (weight A) behind = once more, so that names alone can be asked.
CREATE OR REPLACE FUNCTION povelja_vector(text text, weight text, language text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (SELECT coalesce(string_agg(concat_ws(' ',
      word || ':' || at || weight,
      CASE language WHEN 'sr' THEN '~' ELSE '^' END || povelja_stem(word, language) || ':' || at || weight,
      CASE weight WHEN 'A' THEN '=' || word || ':' || at || weight END), ' '), '')::tsvector
    FROM (SELECT left(held, 60) AS word, least(at, 16000) AS at FROM unnest(string_to_array(povelja_plain(text), ' ')) WITH ORDINALITY AS each (held, at)) AS words);

-- What a record is, as lexemes behind @ that no typed word can be: its kind, type, countries, years, verification.
CREATE OR REPLACE FUNCTION povelja_tags(tags text[]) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT coalesce(string_agg('@' || tag || ':1B', ' '), '')::tsvector FROM unnest(tags) AS tag WHERE tag ~ '^[A-Za-z0-9_]+$');

-- The question of one folded word: as it stands, as a beginning from three signs on, by its stems, or by what it
-- means (`tags`: „Немачка“ is DE).
CREATE OR REPLACE FUNCTION povelja_asked(word text, tags text[]) RETURNS tsquery
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT string_agg(asked, ' | ') FROM (
      SELECT quote_literal(left(word, 60)) || CASE WHEN length(word) >= 3 THEN ':*' ELSE '' END AS asked
      UNION ALL SELECT quote_literal('~' || povelja_stem(left(word, 60), 'sr'))
      UNION ALL SELECT quote_literal('^' || povelja_stem(left(word, 60), 'en'))
      UNION ALL SELECT quote_literal('@' || tag) FROM unnest(tags) AS tag) AS each)::tsquery;

-- All of these lexemes, or (`glue` |) any of them, behind a mark; `ending` is :* for beginnings.
CREATE OR REPLACE FUNCTION povelja_lexemes(lexemes text[], glue text, mark text, ending text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT string_agg(quote_literal(mark || lexeme) || ending, glue) FROM unnest(lexemes) AS lexeme)::tsquery;

-- Words that stand side by side, exactly as they were asked.
CREATE OR REPLACE FUNCTION povelja_phrase(words text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (SELECT string_agg(quote_literal(left(word, 60)), ' <-> ' ORDER BY at) FROM unnest(string_to_array(words, ' ')) WITH ORDINALITY AS each (word, at))::tsquery;
