'use client';
import { lazy, Suspense, useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslations } from 'next-intl';
import type { Pickable } from '#office/find/wanted.ts';
import { useScripted } from '#components/fields/scripted.ts';
import { SpotElsewhere } from '#components/fields/spot-elsewhere.tsx';
import { useOffers } from '#components/fields/use-offers.ts';

/** What stands in a picker: the chosen record's value and label, and the words in the box, which may be others. */
export type Picked = { readonly id: string; readonly label: string; readonly text: string };

type Props = {
  name: string; what: Pickable; start: Picked; records: readonly { id: string; label: string }[];
  none?: string; hint: string; describedBy?: string; invalid?: true;
};

// Fetched when it is first asked for.
const SpotDraft = lazy(() => import('#components/fields/spot-draft.tsx').then(({ SpotDraft: found }) => ({ default: found })));

/** A box that is a combobox where there are scripts (ARIA's pattern of a list that is chosen from by hand), and a box of text where there are none. */
export function PickInput({ name, what, start, records, none, hint, describedBy, invalid }: Props) {
  const t = useTranslations('form.pick');
  const scripted = useScripted();
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [picked, setPicked] = useState(start);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [drafting, setDrafting] = useState<string | null>(null);
  const touched = picked.text !== picked.label;
  const { offers, drafts, state } = useOffers({ what, q: touched ? picked.text : '', asked: open });
  const spot = drafts && touched && picked.text.trim() !== '' ? offers.length : -1;
  const last = spot < 0 ? offers.length - 1 : spot;
  useUnknownName({ what, picked, known: records, setPicked });
  useEffect(() => { // typed before the scripts were there
    const typed = input.current?.value ?? start.text;
    if (typed !== start.text) setPicked({ id: '', label: '', text: typed });
  }, [start]);
  useEffect(() => { // what keeps the form hears of a choice as of any typing
    if (picked !== start) input.current?.dispatchEvent(new Event('change', { bubbles: true }));
  }, [picked, start]);
  const shut = () => {
    setOpen(false);
    setActive(-1);
  };
  const choose = (place: number) => {
    const one = offers[place];
    if (place === spot) setDrafting(picked.text.trim());
    if (one) setPicked({ id: one.value, label: one.label, text: one.label });
    shut();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) setOpen(true);
      else setActive(event.key === 'ArrowDown' ? (active < last ? active + 1 : 0) : active > 0 ? active - 1 : last);
    } else if (event.key === 'Enter' && open && active >= 0) {
      event.preventDefault();
      choose(active);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      shut();
    }
  };
  const leave = () => {
    const typed = picked.text.trim().toLocaleLowerCase();
    const same = offers.filter((one) => one.label.toLocaleLowerCase() === typed || one.code.toLocaleLowerCase() === typed);
    if (touched && same.length === 1 && same[0]) setPicked({ id: same[0].value, label: same[0].label, text: same[0].label });
    shut();
  };
  // The keys are heard at the box, which never loses the focus to its list.
  const box = { id: list, role: 'listbox', 'aria-label': t('hint') };
  const option = (place: number) => ({
    id: `${list}-${place}`, role: 'option', 'aria-selected': place === active, className: place === spot ? 'combo-one combo-new' : 'combo-one',
    onPointerDown: (event: PointerEvent) => event.preventDefault(), onClick: () => choose(place),
  });
  const shown = open && scripted && (state !== 'waiting' || last >= 0);
  return (
    <div className="combo">
      <span className="hint" id={`${list}-hint`}>{hint}</span>
      <input type="hidden" name={name} value={picked.id} />
      <input type="hidden" name={`was.${name}`} value={`${picked.id} ${picked.label}`.trim()} />
      <input
        ref={input} className="in" id={name} name={`seek.${what}.${name}`} type="text" autoComplete="off" spellCheck={false} placeholder={none}
        value={picked.text} aria-invalid={invalid} aria-describedby={[describedBy, `${list}-hint`].filter(Boolean).join(' ')}
        {...scripted ? { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': shown, 'aria-controls': shown ? list : undefined, 'aria-activedescendant': shown && active >= 0 ? `${list}-${active}` : undefined } : { list: `${list}-few` }}
        onChange={({ target }) => {
          setPicked(target.value === picked.label ? { ...picked, text: target.value } : { id: '', label: '', text: target.value });
          setActive(-1);
          setOpen(true);
        }}
        onClick={() => setOpen(true)} onKeyDown={keys} onBlur={leave}
      />
      {scripted ? null : <datalist id={`${list}-few`}>{records.map(({ id, label }) => <option key={id} value={label}>{label}</option>)}</datalist>}
      {!scripted && invalid && !picked.id ? <SpotElsewhere what={what} /> : null}
      {shown ? (
        <div className="combo-pop">
          {touched || offers.length === 0 ? null : <p className="combo-head">{t('lately')}</p>}
          <ul {...box}>
            {offers.map((one, place) => <li key={one.value} {...option(place)}><span>{one.label}</span> {one.label.endsWith(`(${one.code})`) ? null : <span className="code">{one.code}</span>}</li>)}
            {spot < 0 ? null : <li {...option(spot)}>{t('new', { what, typed: picked.text.trim() })}</li>}
          </ul>
          {state === 'away' ? <p className="combo-head">{t('away')}</p> : state === 'told' && offers.length === 0 && touched ? <p className="combo-head">{t('nothing', { typed: picked.text.trim() })}</p> : null}
        </div>
      ) : null}
      <span className="hide" aria-live="polite">{shown && state === 'told' ? t('results', { count: last + 1 }) : picked !== start && picked.id ? t('chosen', { record: picked.label }) : ''}</span>
      {drafting === null ? null : (
        <Suspense fallback={null}>
          <SpotDraft
            what={what} typed={drafting} close={() => {
              setDrafting(null);
              input.current?.focus();
            }}
            laid={(value, label) => setPicked({ id: value, label, text: label })}
          />
        </Suspense>
      )}
    </div>
  );
}

/** The name of a record that the page was not drawn with: taken from a conflict, or from what was left unsent. */
function useUnknownName({ what, picked, known, setPicked }: { what: Pickable; picked: Picked; known: Props['records']; setPicked: (picked: Picked) => void }): void {
  const unknown = picked.id !== '' && picked.text === picked.label && !known.some(({ id }) => id === picked.id) ? picked.id : null;
  const { offers } = useOffers({ what, id: unknown, asked: unknown !== null });
  const label = unknown && offers[0]?.value === unknown ? offers[0].label : null;
  useEffect(() => {
    if (unknown && label && label !== picked.label) setPicked({ id: unknown, label, text: label });
  }, [unknown, label, picked.label, setPicked]);
}
