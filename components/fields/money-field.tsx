'use client';
import { useRef, useState } from 'react';
import { useTranslations } from 'next-intl';
import { writeMoney } from '#messages/numbers.ts';
import type { FormValues } from '#office/outcome.ts';
import { readAmount, twoReadings } from '#office/money.ts';
import { useField, useWrittenForm } from '#components/form-face.ts';
import { Radios } from '#components/fields/choice-field.tsx';
import { GroupFrame, Wrong } from '#components/fields/frame.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { useScripted } from '#components/fields/scripted.ts';
import { typeInto } from '#components/fields/type-into.ts';

/** The currencies that the office meets; one of another record is added where it stands. */
const usual = ['EUR', 'RSD', 'USD', 'CHF', 'GBP'];
const scopes = ['city_share', 'project_total', 'programme_total'] as const;

/**
 * An amount with its currency and whose amount it is; a scope is obligatory, since a programme's money is never the City's.
 * It says how it will be shown; an amount that reads two ways is asked about, never guessed.
 */
export function MoneyField({ name }: { name: string }) {
  const t = useTranslations('form.money');
  const words = useTranslations('vocabulary');
  const amount = useField(`${name}.amount`);
  const currency = useField(`${name}.currency`);
  const scope = useField(`${name}.scope`);
  const certainty = useField(`${name}.certainty`);
  const day = useField(`${name}.valueDate`);
  const currencies = [...new Set([...usual, currency.value].filter(Boolean))];
  const group = useRef<HTMLDivElement>(null);
  const held = { amount: amount.value, currency: currency.value, scope: scope.value, certainty: certainty.value };
  const drawnFrom = JSON.stringify(held);
  const [now, setNow] = useState({ from: drawnFrom, ...held });
  const typed = now.from === drawnFrom ? now : held;
  const heard = (part: keyof typeof held) => (event: { target: { value: string } }) => setNow({ ...typed, from: drawnFrom, [part]: event.target.value });
  return (
    <GroupFrame name={name} show={shownBy((one) => words(`scope.${one}`), name)}>
      {[amount, currency, scope].map((field) => <Wrong key={field.control.name} name={field.control.name} words={field.wrong} />)}
      <div ref={group} onChange={(event) => {
        const at = event.target as unknown as { name: string; value: string };
        const part = (['amount', 'currency', 'scope', 'certainty'] as const).find((one) => at.name === `${name}.${one}`);
        if (part) heard(part)({ target: at });
      }}>
        <div className="inline">
          <label className="small">{t('amount')}<br /><input key={amount.drawnFrom} className="in w-12" type="text" inputMode="decimal" {...amount.control} aria-describedby={`${name}-shown`} defaultValue={amount.value} /></label>
          <label className="small">
            {t('currency')}
            <br />
            <select key={currency.drawnFrom} className="in" {...currency.control} defaultValue={currency.value}>
              <option value="">–</option>
              {currencies.map((code) => <option key={code}>{code}</option>)}
            </select>
          </label>
          <label className="small">
            {t('certainty')}
            <br />
            <select key={certainty.drawnFrom} className="in" {...certainty.control} defaultValue={certainty.value || 'stated'}>
              {(['stated', 'estimated'] as const).map((one) => <option key={one} value={one}>{words(`certainty.${one}`)}</option>)}
            </select>
          </label>
          <label className="small">{t('valueDate')}<br /><input key={day.drawnFrom} className="in w-12" type="date" {...day.control} defaultValue={day.value} /></label>
        </div>
        <fieldset id={`${name}.scope`} tabIndex={-1}>
          <legend className="small">{t('scope')}</legend>
          <Radios name={`${name}.scope`} value={scope.value} options={scopes.map((one) => ({ value: one, label: words(`scope.${one}`) }))} />
        </fieldset>
      </div>
      <Shown name={name} {...typed} meant={(text) => {
        const box = group.current?.querySelector<HTMLInputElement>(`input[name="${CSS.escape(`${name}.amount`)}"]`);
        if (box) typeInto(box, text);
      }} />
      <LocalTextField name={`${name}.note`} />
    </GroupFrame>
  );
}

type Typed = { amount: string; currency: string; scope: string; certainty: string };

/** How the amount will be shown, what is still missing, or which of two amounts it is. */
function Shown({ name, amount, currency, scope, certainty, meant }: Typed & { name: string; meant: (text: string) => void }) {
  const t = useTranslations('form.money');
  const words = useTranslations('vocabulary');
  const form = useWrittenForm();
  const scripted = useScripted();
  const read = amount.trim() ? readAmount(amount) : null;
  const either = read && 'rule' in read && read.rule === 'ambiguousAmount' ? twoReadings(amount) : null;
  const written = (held: string) => (currency ? writeMoney({ amount: held, currency }, form) : writeMoney({ amount: held, currency: 'XXX' }, form).replace(/\u00a0\S+$/, ''));
  const chosen = scopes.find((one) => one === scope);
  return (
    <div id={`${name}-shown`} aria-live="polite">
      {either ? (
        <>
          <p className="warn">{t('either', { typed: amount.trim(), many: written(either.many), few: either.few ? written(either.few) : either.literal })}</p>
          <p className="btns">
            {!scripted ? null : [either.many, either.few].filter((held) => held !== null).map((held) => <button key={held} className="btn btn-line btn-sm" type="button" onClick={() => meant(plainly(held, form))}>{t('meant', { amount: written(held) })}</button>)}
          </p>
        </>
      ) : read && 'amount' in read ? (
        <p className="hint">{chosen
          ? t(certainty === 'estimated' ? 'willShowEstimated' : 'willShow', { amount: written(read.amount), scope: words(`scope.${chosen}`) })
          : t('chooseScope')}</p>
      ) : null}
    </div>
  );
}

/** An amount typed so that it reads one way only. */
function plainly(amount: string, form: 'sr-Cyrl' | 'sr-Latn' | 'en'): string {
  return form === 'en' ? amount : amount.replace('.', ',');
}

function shownBy(scope: (scope: (typeof scopes)[number]) => string, name: string): (values: FormValues) => string {
  return (values) => {
    const part = (key: string) => values[`${name}.${key}`]?.[0] ?? '';
    const whose = scopes.find((one) => one === part('scope'));
    return [part('amount'), part('currency'), whose ? scope(whose) : ''].filter(Boolean).join(' ');
  };
}
