import { useTranslations } from 'next-intl';

/** Sustainable development goals by number and name. */
export function Goals({ codes }: { codes: readonly string[] }) {
  const t = useTranslations('vocabulary.sdg');
  const inOrder = codes.toSorted((a, b) => Number(a) - Number(b));
  return <ul>{inOrder.map((goal) => <li key={goal}>{goal}. {t.has(goal) ? t(goal) : null}</li>)}</ul>;
}

/** Sectors of the OECD's Development Assistance Committee: the name, and the code by which others find it. */
export function Sectors({ codes }: { codes: readonly string[] }) {
  const t = useTranslations('vocabulary.dac');
  return <ul>{codes.map((code) => <li key={code}>{t.has(code) ? <>{t(code)} <span className="code">{code}</span></> : <span className="code">{code}</span>}</li>)}</ul>;
}
