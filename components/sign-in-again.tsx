'use client';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'next-intl';
import type { FormState } from '#office/outcome.ts';
import { Icon } from '#components/icon.tsx';
import { useSignIn } from '#components/use-sign-in.ts';
import { useDesk } from '#components/unsent.ts';

type Props = { /** Why nothing was done; a new one opens the dialog anew. */ ended: FormState; then: () => void };

/** The session has ended while somebody typed: he signs in over his form, which stays as it is, and goes on. Nobody else can. */
export function SignInAgain({ ended, then }: Props) {
  const t = useTranslations('form.again');
  const desk = useDesk();
  const box = useRef<HTMLDialogElement>(null);
  const { step, wrong, pending, enter, begin } = useSignIn(desk, desk?.who ?? '', () => {
    box.current?.close();
    then();
  });
  useEffect(() => {
    if (ended.ended && box.current && !box.current.open) box.current.showModal();
  }, [ended]);
  return (
    <dialog className="ask" ref={box} aria-labelledby="again-heading">
      <form onSubmit={(event) => {
        event.preventDefault();
        enter(new FormData(event.currentTarget));
      }}>
        <h2 id="again-heading">{t(ended.ended === 'person' ? 'otherHeading' : 'heading')}</h2>
        <p>{t(step === 'code' ? 'code' : ended.ended === 'person' ? 'other' : 'what')}</p>
        <div id="again-issue" role="alert">{wrong.map((words) => <p className="err" key={words}><Icon name="octagon-exclamation-point" className="" /><span>{words}</span></p>)}</div>
        {step === 'password' ? <PasswordStep /> : <CodeStep />}
        <div className="btns">
          <button className="btn" type="submit" aria-disabled={pending || undefined}>{pending ? t('entering') : t('enter')}</button>
          <button className="btn btn-line" type="button" onClick={() => {
            begin();
            box.current?.close();
          }}>{t('later')}</button>
        </div>
      </form>
    </dialog>
  );
}

function PasswordStep() {
  const t = useTranslations('form.again');
  return (
    <>
      <div className="field">
        <label htmlFor="again-email">{t('email')}</label>
        <input className="in w-full" id="again-email" name="email" type="email" autoComplete="username" aria-describedby="again-issue" required />
      </div>
      <div className="field">
        <label htmlFor="again-password">{t('password')}</label>
        <input className="in w-full" id="again-password" name="password" type="password" autoComplete="current-password" aria-describedby="again-issue" required />
      </div>
    </>
  );
}

/** Takes the focus, since it comes in the place of the fields that had it. */
function CodeStep() {
  const t = useTranslations('form.again');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <div className="field">
      <label htmlFor="again-code">{t('codeLabel')}</label>
      <input className="in w-12" type="text" id="again-code" name="secondCode" ref={field} autoComplete="one-time-code" aria-describedby="again-issue" required />
    </div>
  );
}
