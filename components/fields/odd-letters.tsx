'use client';
import { Fragment, type RefObject } from 'react';
import { useTranslations } from 'next-intl';
import type { WrittenForm } from '#messages/local-text.ts';
import { mend, oddities, type Oddity } from '#messages/oddity.ts';
import { useIssueWords } from '#components/form-face.ts';
import { Icon } from '#components/icon.tsx';
import { typeInto } from '#components/fields/type-into.ts';

type Props = { name: string; text: string; face: WrittenForm; box: RefObject<HTMLInputElement | HTMLTextAreaElement | null> };

/** What is odd about the letters of a text, with those letters marked, and one press that puts it right. */
export function OddLetters({ name, text, face, box }: Props) {
  const t = useTranslations('form.letters');
  const words = useIssueWords();
  const odd = oddities(text, face);
  const right = odd.length ? mend(text, face) : text;
  const whole = odd.some(({ rule }) => rule === 'wrongFace');
  return (
    <div className="odd" id={`${name}-odd`} aria-live="polite">
      {odd.slice(0, 4).map((one) => (
        <p className="warn" key={`${one.at} ${one.rule}`}>
          <Icon name="triangle-exclamation-point" className="" />
          <span>{words({ field: name, rule: one.rule, values: { word: one.text.slice(0, 60), letters: one.letters } })} {one.rule === 'mixedLetters' ? <Marked odd={one} /> : null}</span>
        </p>
      ))}
      {whole && face === 'sr-Cyrl' && right === text ? <p className="hint">{t('onlyLatin')}</p> : null}
      {right === text ? null : (
        <p>
          <button className="btn btn-line btn-sm" type="submit" name="mend" value={name} onClick={(event) => {
            event.preventDefault();
            if (!box.current) return;
            typeInto(box.current, right);
            box.current.focus();
          }}>
            {right.length > 60 ? t('mendAll') : t(whole ? 'transliterate' : 'mend', { text: right })}
          </button>
        </p>
      )}
    </div>
  );
}

/** The word with the letters that are not what they look like. */
function Marked({ odd }: { odd: Oddity }) {
  const strange = new Set(odd.letters.split(' '));
  return <bdi className="code" aria-hidden="true">{[...odd.text].map((letter, at) => <Fragment key={at}>{strange.has(letter) ? <mark>{letter}</mark> : letter}</Fragment>)}</bdi>;
}
