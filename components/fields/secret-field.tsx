'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { useField } from '#components/form-face.ts';
import { FieldFrame } from '#components/fields/frame.tsx';
import { useScripted } from '#components/fields/scripted.ts';

type Props = { name: string; autoComplete: 'current-password' | 'new-password' };

/** A password: never drawn again after a post. Where scripts run it can be looked at while it is typed. */
export function SecretField({ name, autoComplete }: Props) {
  const { control } = useField(name);
  const t = useTranslations('form.secret');
  const scripted = useScripted();
  const [shown, setShown] = useState(false);
  return (
    <FieldFrame name={name}>
      <span className="secret">
        <input className="in w-full" type={shown ? 'text' : 'password'} {...control} autoComplete={autoComplete} autoCapitalize={shown ? 'none' : undefined} autoCorrect="off" spellCheck={false} data-secret="" />
        {scripted ? <button className="btn btn-line btn-sm" type="button" aria-pressed={shown} aria-controls={name} onClick={() => setShown(!shown)}>{t('show')}</button> : null}
      </span>
    </FieldFrame>
  );
}
