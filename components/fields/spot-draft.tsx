'use client';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslations } from 'next-intl';
import { offerCyrillic } from '#messages/cyrillic.ts';
import type { Pickable } from '#office/find/wanted.ts';
import { agreementTypes } from '#office/agreement/agreement.ts';
import { organisationKinds } from '#office/organisation/organisation.ts';
import { ChoiceField } from '#components/fields/choice-field.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { useSpotActions } from '#components/fields/spot-actions.tsx';
import { EntryForm } from '#components/form.tsx';

type Props = { what: Pickable; typed: string; close: () => void; laid: (id: string, label: string) => void };

/** A few fields of a new record over the form that needs it: saved as a draft by its ordinary verb, then chosen there. */
export function SpotDraft({ what, typed, close, laid }: Props) {
  const t = useTranslations('form.pick');
  const dialog = useRef<HTMLDialogElement>(null);
  const actions = useSpotActions();
  const noun = what === 'network' ? 'organisation' : what as keyof typeof actions;
  const field = noun === 'organisation' || noun === 'programme' ? 'name' : 'title';
  useEffect(() => {
    dialog.current?.showModal();
    // Else the focus would go to the button that nobody sees, the first of the form.
    dialog.current?.querySelector<HTMLElement>('.in')?.focus();
  }, []);
  // Made once: a form that is drawn with another request is another form.
  const [opened] = useState(() => ({
    hidden: { request: crypto.randomUUID() },
    values: { [`spot.${field}.sr-Cyrl`]: [/\p{Script=Cyrillic}/u.test(typed) ? typed : offerCyrillic(typed)], ...what === 'network' ? { 'spot.kind': ['network'] } : {} },
  }));
  if (!actions[noun]) return null;
  // What happens here is none of the form's beneath: React tells it of every event in a portal.
  return createPortal(
    <dialog ref={dialog} className="spot" aria-labelledby="spot-heading" onClose={close} onKeyDown={(event) => event.stopPropagation()} onSubmit={(event) => event.stopPropagation()}>
      <h2 id="spot-heading">{t('newHeading', { what })}</h2>
      <p className="hint">{t('newWhat')}</p>
      <EntryForm
        action={actions[noun]} noun={noun} keepAs="nothing" submit={t('save')} {...opened}
        beside={<button className="btn btn-bare" type="button" onClick={() => dialog.current?.close()}>{t('close')}</button>}
        whenTold={(told) => <Laid told={told} then={(id, label) => {
          laid(id, label);
          dialog.current?.close();
        }} />}
      >
        <SpotFields noun={noun} field={field} />
      </EntryForm>
    </dialog>, document.body);
}

function SpotFields({ noun, field }: { noun: string; field: string }) {
  const words = useTranslations('vocabulary');
  return (
    <>
      <LocalTextField name={`spot.${field}`} />
      {noun === 'organisation' ? <ChoiceField name="spot.kind" options={organisationKinds.map((value) => ({ value, label: words(`organisationKind.${value}`) }))} /> : null}
      {noun === 'agreement' ? <ChoiceField name="spot.type" options={agreementTypes.map((value) => ({ value, label: words(`agreementType.${value}`) }))} /> : null}
    </>
  );
}

/** The answer of the act: the id of the new record, and its name in the reader's written form. */
function Laid({ told, then }: { told: string; then: (id: string, label: string) => void }) {
  const chosen = useRef(then);
  useEffect(() => {
    chosen.current(told.slice(0, 36), told.slice(37));
  }, [told]);
  return null;
}
