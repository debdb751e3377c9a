import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/button.tsx';
import type { EntryFormProps } from '#components/form.tsx';
import { writeInstant } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { PersonRecord } from '#office/person/read.ts';
import { PersonAct } from './person-forms.tsx';

type Acts = Record<'cancelLink' | 'makeReset' | 'renewLink', EntryFormProps['action']>;
type Props = {
  person: PersonRecord; form: WrittenForm; is: 'oneself' | 'colleague'; path: string; linkAt: string; actions: Acts;
  /** What every form of the page carries; each has a request of its own. */
  hidden: () => EntryFormProps['hidden'];
};

/** How somebody comes in: the link that was made, another one, and the end of access. Only what is possible now is offered. */
export function AccountAccess({ person, form, is, path, linkAt, actions, hidden }: Props) {
  const t = useTranslations('people');
  const open = person.link?.state === 'waiting' || person.link?.state === 'opened';
  const link = person.passwordChangedAt === null ? { action: actions.renewLink, submit: t('newInvitation') } : { action: actions.makeReset, submit: t('newReset') };
  return (
    <section className="sec">
      <h2>{t('access')}</h2>
      <p className="prose soft">{t('accessWhat')}</p>
      {person.link && (open || person.passwordChangedAt === null) ? <LinkLine link={person.link} form={form} /> : null}
      {person.deactivatedAt ? null : (
        <div className="btns">
          <PersonAct {...link} kind="line" hidden={hidden()} linkAt={linkAt} back={path} />
          {open ? <PersonAct action={actions.cancelLink} kind="line" submit={t('cancelLink')} hidden={hidden()} /> : null}
        </div>
      )}
      {is === 'colleague' && person.secondFactorSince ? <p><ButtonLink href={`${path}/second-factor`} kind="line">{t('toResetFactor')}</ButtonLink></p> : null}
      <p><ButtonLink href={`${path}/access`} kind="line">{t(person.deactivatedAt ? 'toReactivate' : 'toDeactivate')}</ButtonLink></p>
      {person.deactivatedAt && is === 'colleague' ? (
        <>
          <p className="prose soft">{t('anonymiseWhat')}</p>
          <p><ButtonLink href={`${path}/anonymise`} kind="line">{t('toAnonymise')}</ButtonLink></p>
        </>
      ) : null}
    </section>
  );
}

function LinkLine({ link, form }: { link: NonNullable<PersonRecord['link']>; form: WrittenForm }) {
  const t = useTranslations('people');
  const when = (instant: Date) => writeInstant(instant, form, 'sentence');
  return (
    <p className="prose">
      {t(link.purpose === 'reset' ? 'resetMade' : 'invitationMade', { day: when(link.issuedAt) })}{' '}
      {t(`linkSays.${link.state}`, { opened: link.openedAt ? when(link.openedAt) : '', until: when(link.expiresAt) })}
    </p>
  );
}
