import { LocalTextView } from '#components/local-text.tsx';
import { readText, type LocalText, type WrittenForm } from '#messages/local-text.ts';

type Named = { name: LocalText | null; acronym: LocalText | null };

/** What the network calls itself in other languages, and its acronym: „Institut der Regionen Europas, IRE“. */
export function OtherNames({ network, form }: { network: Named; form: WrittenForm }) {
  const names = otherNames(network.name, form);
  if (names.length === 0 && !network.acronym) return null;
  return (
    <>
      {names.map(({ lang, text }, place) => <span key={lang}>{place > 0 ? ', ' : ''}<i lang={lang}>{text}</i></span>)}
      {network.acronym ? <>{names.length > 0 ? ', ' : ''}<LocalTextView text={network.acronym} form={form} say="elsewhere" /></> : null}
    </>
  );
}

/** Names in other original languages; the English one beside the Serbian where the network published it itself. */
export function otherNames(name: LocalText | null, form: WrittenForm): { lang: string; text: string }[] {
  const shown = readText(name, form)?.text;
  const other = Object.entries(name?.other ?? {}).map(([lang, text]) => ({ lang, text }));
  const english = form !== 'en' && name?.en?.state === 'checked' ? [{ lang: 'en', text: name.en.text }] : [];
  return [...english, ...other].filter(({ text }) => text !== shown);
}
