import { readFile, rename, writeFile } from 'node:fs/promises';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { glossaryIn } from '#messages/glossary-words.ts';
import { toLatin } from '#messages/latin.ts';

export type Messages = { [key: string]: string | Messages };

/** Messages whose Latin form is not their transliteration, by dotted key. */
const overrides: Readonly<Record<string, string>> = {
  'site.forms.sr-Cyrl': 'Ћирилица', // a language names itself in its own script
};

/** Serbian Latin messages from the Cyrillic ones: only literal text changes, never an argument or a keyword. */
export function deriveLatin(messages: Messages, path: readonly string[] = []): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => {
      const here = [...path, key];
      if (typeof value !== 'string') return [key, deriveLatin(value, here)];
      return [key, overrides[here.join('.')] ?? latinMessage(value)];
    }),
  );
}

/** One ICU message with its literal text in Latin. */
export function latinMessage(message: string): string {
  let latin = '';
  let done = 0;
  for (const [start, end] of literals(parse(message, { captureLocation: true }))) {
    latin += message.slice(done, start) + toLatin(message.slice(start, end));
    done = end;
  }
  return latin + message.slice(done);
}

/** Where literal text stands in the message, in order, however deep in its branches. */
function literals(elements: readonly MessageFormatElement[]): [start: number, end: number][] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal && element.location) {
      return [[element.location.start.offset, element.location.end.offset] as [number, number]];
    }
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return Object.values(element.options).flatMap((option) => literals(option.value));
    }
    return element.type === TYPE.tag ? literals(element.children) : [];
  });
}

/** The few words of the error view that stands alone in the browser, where the whole catalogue would weigh too much. */
export function faultWords(messages: { site: { name: string }; form: { fault: { title: string; text: string; again: string; home: string } } }) {
  const { title, text, again, home } = messages.form.fault;
  return { name: messages.site.name, title, text, again, home };
}

if (import.meta.main) {
  const folder = import.meta.dirname;
  const keep = async (name: string, words: unknown): Promise<void> => {
    await writeFile(`${folder}/${name}.new`, `${JSON.stringify(words, null, 2)}\n`);
    await rename(`${folder}/${name}.new`, `${folder}/${name}`);
  };
  const cyrillic: Messages = JSON.parse(await readFile(`${folder}/sr-Cyrl.json`, 'utf8'));
  const english: Messages = JSON.parse(await readFile(`${folder}/en.json`, 'utf8'));
  const latin = deriveLatin(cyrillic);
  await keep('sr-Latn.json', latin);
  const wordsOf = (messages: Messages) => faultWords(messages as Parameters<typeof faultWords>[0]);
  await keep('glossary.json', glossaryIn(await readFile(`${folder}/../docs/words.md`, 'utf8')));
  await keep('fault.json', { 'sr-Cyrl': wordsOf(cyrillic), 'sr-Latn': wordsOf(latin), en: wordsOf(english) });
}
