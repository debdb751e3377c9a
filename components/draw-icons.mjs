// Writes icons.ts beside this file from lucide-react (ISC): only the drawings we use, as plain data. Its
// components are client components, and a public page has none. Run with Node after changing the list.
import { writeFile } from 'node:fs/promises';

const names = `arrow-down arrow-up book-a building-complex calendar-clock check chevron-left chevron-right circle-check code copy
  download external-link file-pen file-text files folder-kanban inbox info languages layers log-in log-out menu
  calendar-plus link mail map-pin map quote rss share-2
  eye git-pull-request-arrow merge milestone network octagon-exclamation-point pencil plus printer search rotate-ccw-clock send settings-2 trash triangle-exclamation-point undo-2 users x`.split(/\s+/);

const lines = await Promise.all(names.map(async (name) => {
  const { __iconData } = await import(`lucide-react/icons/${name}`);
  const nodes = __iconData.node.map(([tag, { key: _key, ...attributes }]) => [tag, attributes]);
  return `  '${name}': ${JSON.stringify(nodes)},`;
}));
await writeFile(new URL('./icons.ts', import.meta.url), `// Written by draw-icons.mjs from lucide-react, ISC licence, https://lucide.dev/license. Do not edit by hand.
export type IconNodes = readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];

export const icons = {
${lines.join('\n')}
} as const satisfies Record<string, IconNodes>;

export type IconName = keyof typeof icons;
`);
