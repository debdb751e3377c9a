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
