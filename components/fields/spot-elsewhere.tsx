'use client';
import { useTranslations } from 'next-intl';
import type { Pickable } from '#office/find/wanted.ts';
import { deskAddress } from '#components/desk-address.ts';
import { useWrittenForm } from '#components/form-face.ts';
import { useSpotActions } from '#components/fields/spot-actions.tsx';

/** Where no scripts can lay a record down on the spot: the form for one, beside the form that waits for it. */
export function SpotElsewhere({ what }: { what: Pickable }) {
  const t = useTranslations('form.pick');
  const form = useWrittenForm();
  const actions = useSpotActions();
  const noun = what === 'network' ? 'organisation' : what;
  if (!Object.hasOwn(actions, noun)) return null;
  return <span className="hint">{t('elsewhere')} <a href={deskAddress(form, noun, 'new')} target="_blank" rel="noopener">{t('newHeading', { what })}</a></span>;
}
