import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { isWrittenForm } from '#messages/routing.ts';
import { writtenForms, type WrittenForm } from '#messages/local-text.ts';
import en from '#messages/en.json' with { type: 'json' };
import srCyrl from '#messages/sr-Cyrl.json' with { type: 'json' };
import srLatn from '#messages/sr-Latn.json' with { type: 'json' };

/** What is wrong with the screen as wide as it stands: after axe, with the sizes of what is pressed, and sideways. */
export async function faultsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }).analyze();
  const axe = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `axe ${id}: ${html.slice(0, 160)}`));
  return [...axe, ...await sideways(page), ...await tinyWords(page)];
}

/** Whether anything moves sideways but what has a region of its own for that. */
export async function sideways(page: Page): Promise<string[]> {
  const by = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return by > 0 ? [`${by} px sideways`] : [];
}

/** Words of drawings that are drawn smaller than the eye reads them: the least is 13 px as a label of a drawing, or a hair less where a drawing shrinks with its column. */
function tinyWords(page: Page): Promise<string[]> {
  return page.evaluate(() => [...document.querySelectorAll<SVGTextElement>('svg text')].flatMap((words) => {
    const px = Number.parseFloat(getComputedStyle(words).fontSize) * (words.getScreenCTM()?.a ?? 1);
    return words.getBoundingClientRect().width > 0 && px < 12.5 ? [`${px.toFixed(1)} px: ${words.textContent}`] : [];
  }));
}

type Words = { readonly text: string; readonly lang: string };

/** Texts and names of what is on the page, with the language that is said of them; what somebody types, or has brought in a table, is left out. */
export function wordsOn(page: Page): Promise<Words[]> {
  return page.evaluate(() => {
    const said = (element: Element | null) => element?.closest('[lang]')?.getAttribute('lang') ?? '';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: { text: string; lang: string }[] = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      const text = walker.currentNode.textContent?.trim() ?? '';
      if (text && parent && !parent.closest('script, style, template, noscript, textarea, [translate=no]')) found.push({ text, lang: said(parent) });
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [alt], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'alt', 'placeholder']) {
        const text = element.getAttribute(name)?.trim();
        if (text) found.push({ text, lang: said(element) });
      }
    }
    return found;
  });
}

/** Keys and gaps that were left in the words, and words of another form. */
export function wordFaults(words: readonly Words[], form: WrittenForm): string[] {
  const faults = words.flatMap(({ text, lang }) => {
    if (/^\[[\w-]+(\.[\w-]+)+\]$/.test(text)) return [`a message is missing: ${text}`];
    if (/\{\w+[,}]/.test(text)) return [`a gap was not filled: ${text}`];
    const told = lang.replace(/-RS$/, '');
    if ((isWrittenForm(told) ? told : null) !== form) return [];
    const other = writtenForms.find((one) => one !== form && said[one].has(text));
    return other && !said[form].has(text) ? [`words of ${other}: ${text}`] : [];
  });
  return [...new Set(faults)];
}

/** Words that stand as they are, one letter or figure aside: those that are the same in two forms are nobody's. */
const said: Readonly<Record<WrittenForm, ReadonlySet<string>>> = { 'sr-Cyrl': plain(srCyrl), 'sr-Latn': plain(srLatn), en: plain(en) };

function plain(messages: object): Set<string> {
  return new Set(Object.values(messages).flatMap((value) => (typeof value === 'string' ? [value.trim()] : [...plain(value as object)])).filter((text) => text.length > 2));
}
