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
