'use client';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { useFieldWords, useFormFace } from '#components/form-face.ts';
import { GroupFrame } from '#components/fields/frame.tsx';
import { Icon } from '#components/icon.tsx';

type RowsFieldProps = {
  name: string;
  /** `asked` where most records have none, so that even the first row stands there only once somebody asks for it. */
  first?: 'shown' | 'asked';
  /** Draws the fields of one row; `row` is the beginning of their names („parties.0“). */
  children: (row: string) => ReactNode;
};

const most = 60;

/** A group that repeats. Blank rows count for nothing; „Додај још“ works by itself, or through the server where there are no scripts. */
export function RowsField({ name, first = 'shown', children }: RowsFieldProps) {
  const t = useTranslations('form.rows');
  const { values, cameBack } = useFormFace();
  const { label } = useFieldWords();
  const given = Math.min(most, Number(values[`${name}.rows`]?.[0] ?? 0) || 0);
  const start = cameBack || given > 0 || first === 'asked' ? given : 1;
  const [added, setAdded] = useState({ to: start, rows: 0 });
  const rows = Math.min(most, start + (added.to === start ? added.rows : 0));
  const last = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (added.rows > 0) last.current?.focus();
  }, [added]);
  return (
    <GroupFrame name={name} show={(form) => t('count', { count: Number(form[`${name}.rows`]?.[0] ?? 0) })}>
      <input type="hidden" name={`${name}.rows`} value={rows} />
      {Array.from({ length: rows }, (_, place) => (
        <fieldset className="field part" key={place} tabIndex={-1} ref={place === rows - 1 ? last : undefined}>
          <legend>{t('row', { group: label(name), number: place + 1 })}</legend>
          {values[`${name}.${place}.id`]?.[0] ? <input type="hidden" name={`${name}.${place}.id`} defaultValue={values[`${name}.${place}.id`]?.[0]} /> : null}
          {children(`${name}.${place}`)}
          {place < given ? (
            <label className="radio">
              <input type="checkbox" name={`${name}.${place}.remove`} value="on" defaultChecked={Boolean(values[`${name}.${place}.remove`]?.[0])} />
              {t('remove')}
            </label>
          ) : null}
        </fieldset>
      ))}
      <button className="btn btn-line btn-sm" type="submit" name="again" value={name} onClick={(event) => {
        event.preventDefault();
        setAdded({ to: start, rows: rows - start + 1 });
      }}>
        <Icon name="plus" />
        {t(rows === 0 ? 'first' : 'again')}
      </button>
    </GroupFrame>
  );
}
