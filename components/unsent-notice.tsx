'use client';
import { Fragment, useActionState, useEffect, useRef } from 'react';
import { useTranslations } from 'next-intl';
import { untouched, type FormValues } from '#office/outcome.ts';
import { useFieldWords, useWrittenForm } from '#components/form-face.ts';
import { Icon } from '#components/icon.tsx';
import { changedFields, partsOf } from '#components/merge.ts';
import { isFromDouble, noRecordsVersion } from '#components/place.ts';
import { shownDay, shownTime } from '#components/shown-time.ts';
import { useDesk } from '#components/unsent.ts';
import type { Unsent } from '#components/use-unsent.ts';

type Props = {
  unsent: Unsent;
  /** The form as it stands in the record. */ now: { values: FormValues; version: string | number | undefined };
  /** Names of what the form carries unseen: no difference in them is told. */ carried: readonly string[];
  goOn: (typed: FormValues) => void;
  /** Nothing of it is left; the form stands as the record does. */
  thrownAway: () => void;
};

/** Somebody typed here and did not send it: since when, in which fields it differs, to be gone on with or thrown away. */
export function UnsentNotice({ unsent, now, carried, goOn, thrownAway }: Props) {
  const t = useTranslations('form.unsent');
  const values = useTranslations('values');
  const form = useWrittenForm();
  const { label } = useFieldWords();
  const { offer, going, resumed } = unsent;
  const asked = useDesk()?.asked ?? '';
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The link that had the focus is gone.
    if (going && !resumed) heading.current?.focus();
  }, [going, resumed]);
  if (!offer) return null;
  const whenOf = (savedAt: string) => ({ day: shownDay(new Date(savedAt), form, (month) => values('monthOf', { month })), time: shownTime(new Date(savedAt), form) });
  const fields = changedFields(now.values, offer.typed, carried);
  // The reader may have thrown it away since and typed another text at the same address.
  const ofDouble = offer.typed.version?.[0] === noRecordsVersion;
  const moved = offer.typed.version !== undefined && now.version !== undefined && offer.typed.version[0] !== String(now.version);
  return (
    <section className="note t-way" aria-labelledby={`${unsent.formId}-unsent`}>
      <Icon name="file-pen" className="" />
      <div>
        <h2 id={`${unsent.formId}-unsent`} tabIndex={-1} ref={heading}>{t(going ? 'going' : 'heading', whenOf(offer.savedAt))}</h2>
        {isFromDouble(asked) && ofDouble && !going ? <p><strong>{t('merged')}</strong></p> : null}
        {going ? null : <p>{t('differs', { count: fields.length, fields: fields.map(label).join(', ') })} {moved ? t('moved') : null}</p>}
        {going ? null : <Differences fields={fields} before={now.values} typed={offer.typed} />}
        <p className="picks">
          {going ? null : (
            <a className="btn btn-sm" href={unsent.href} onClick={(event) => {
              event.preventDefault();
              unsent.goOn();
              goOn(offer.typed);
            }}>{t('goOn')}</a>
          )}
          <button className="btn btn-line btn-sm" type="submit" form={unsent.formId} onClick={(event) => {
            event.preventDefault();
            void unsent.throwAway().then((gone) => gone && thrownAway());
          }}>{t('throwAway')}</button>
        </p>
        {unsent.others.length > 0 && !going ? (
          <p>{t('others', { count: unsent.others.length })} {unsent.others.map((other, at) => (
            <Fragment key={other.href}>{at > 0 ? ', ' : null}<a href={other.href} onClick={(event) => {
              event.preventDefault();
              unsent.goOn(other);
              goOn(other.typed);
            }}>{t('other', whenOf(other.savedAt))}</a></Fragment>
          ))}</p>
        ) : null}
      </div>
    </section>
  );
}

/** Both texts of every field that was typed otherwise; of choices and other records only the name of the field, which stands above. */
function Differences({ fields, before, typed }: { fields: readonly string[]; before: FormValues; typed: FormValues }) {
  const t = useTranslations('form.unsent');
  const { label } = useFieldWords();
  const shown = fields.map((field) => ({ field, was: textsIn(field, before), is: textsIn(field, typed) })).filter(({ was, is }) => was !== is);
  if (shown.length === 0) return null;
  return (
    <details>
      <summary>{t('show')}</summary>
      <dl className="unsent">
        {shown.map(({ field, was, is }) => <div key={field}><dt>{label(field)}</dt><dd>{was ? <del>{was}</del> : null} {is ? <ins>{is}</ins> : null}</dd></div>)}
      </dl>
    </details>
  );
}

function textsIn(field: string, form: FormValues): string {
  const parts = partsOf(field, form).filter((part) => !/\.(?:state\.[\w-]+|origin|id|rows)$/.test(part));
  return parts.flatMap((part) => form[part] ?? []).filter((text) => text !== '' && !/^[a-z_]+$|^[0-9a-f-]{36}$|^on$/.test(text)).join(' · ');
}

/** Throws the unsent text away where there are no scripts; its button stands in the notice. */
export function DiscardForm({ unsent }: { unsent: Unsent }) {
  const desk = useDesk();
  return desk && unsent.place && unsent.offer ? <Discard id={unsent.formId} place={unsent.offer.place} action={desk.discard} /> : null;
}

function Discard({ id, place, action }: { id: string; place: string; action: NonNullable<ReturnType<typeof useDesk>>['discard'] }) {
  const [, post] = useActionState(action, untouched);
  return (
    <form id={id} action={post}>
      <input type="hidden" name="place" value={place} />
    </form>
  );
}
