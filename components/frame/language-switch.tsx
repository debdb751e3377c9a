import { useTranslations } from 'next-intl';
import { writtenForms, type WrittenForm } from '#messages/local-text.ts';
import { sameAddress } from '#messages/routing.ts';

/** Each form names itself in its own letters, whatever form the page is in; so these are no messages. */
export const formNames = { 'sr-Cyrl': 'Ћирилица', 'sr-Latn': 'Latinica', en: 'English' } as const satisfies Record<WrittenForm, string>;

/** Three links to the same address in each written form. */
export function LanguageSwitch({ form, address }: { form: WrittenForm; address: string }) {
  const t = useTranslations('site');
  return (
    <nav className="lang" aria-label={t('languageSwitch')}>
      <ul>
        {writtenForms.map((other) => (
          <li key={other}>
            <a href={sameAddress(address, other)} lang={other} hrefLang={other} aria-current={other === form ? 'true' : undefined}>
              {formNames[other]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
