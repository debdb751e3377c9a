import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { RecordSheet } from '#components/record-sheet.tsx';
import { toLatin } from '#messages/latin.ts';
import type { WrittenForm } from '#messages/local-text.ts';

/** Null is what this installation was not told. The postal address stands as it was typed. */
export type OfficeContact = Record<'email' | 'phone' | 'address' | 'dataProtection', string | null>;

/** How the office can be reached; what has not been entered is said to be so, never left out. */
export function ContactSheet({ contact, form }: { contact: OfficeContact; form: WrittenForm }) {
  const t = useTranslations('contact.sheet');
  const site = useTranslations('site');
  const { email, phone, address } = contact;
  return (
    <RecordSheet rows={[
      { term: t('office'), value: <>{site('office')}<br />{t('within')}</> },
      { term: t('address'), value: address ? postal(address, form) : <NotEntered>{t('noAddress')}</NotEntered> },
      { term: t('phone'), value: phone ? <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a> : <NotEntered>{t('noPhone')}</NotEntered> },
      { term: t('email'), value: email ? <a href={`mailto:${email}`}>{email}</a> : <NotEntered>{t('noEmail')}</NotEntered> },
    ]} />
  );
}

/** The postal address is Serbian in every form: in Cyrillic it stands as typed, elsewhere in Latin. */
export function postal(address: string, form: WrittenForm): ReactNode {
  return form === 'sr-Cyrl' ? address : <span lang={form === 'en' ? 'sr-Latn-RS' : undefined}>{toLatin(address)}</span>;
}

function NotEntered({ children }: { children: ReactNode }) {
  return <span className="unknown">{children}</span>;
}
