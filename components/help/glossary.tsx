import { useTranslations } from 'next-intl';
import glossary from '#messages/glossary.json' with { type: 'json' };

/** The office's words in three forms, part by part. */
export function Glossary() {
  const t = useTranslations('help');
  return glossary.map(({ key, words }) => (
    <details key={key} className="part" open={words === glossary[0]?.words}>
      <summary>{t(`parts.${key}`)} <span className="soft">({words.length})</span></summary>
      <section className="scroll" aria-label={t(`parts.${key}`)} tabIndex={0}>
        <table className="grid people">
          <caption className="hide">{t(`parts.${key}`)}</caption>
          <thead><tr><th scope="col">{t('cyrillic')}</th><th scope="col">{t('latin')}</th><th scope="col">{t('english')}</th></tr></thead>
          <tbody>
            {words.map(({ en, cyrillic, latin }) => (
              <tr key={en}><th scope="row" lang="sr-Cyrl-RS">{cyrillic}</th><td lang="sr-Latn-RS">{latin}</td><td lang="en">{en}</td></tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  ));
}
