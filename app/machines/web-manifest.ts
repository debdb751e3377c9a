import type { WrittenForm } from '#messages/local-text.ts';
import { htmlLang } from '#messages/routing.ts';
import { words } from '#messages/words.ts';

/** The page's ground and its top strip, which is the same in light and dark (components/styles/tokens.css). */
export const colours = { ground: '#ffffff', band: '#07323a' } as const;

/** The web manifest (W3C Application Manifest) of one written form, as JSON. */
export function webManifest(form: WrittenForm): string {
  const site = words(form, 'site');
  return JSON.stringify({
    id: `/${form}`, start_url: `/${form}`, scope: `/${form}`, lang: htmlLang(form), dir: 'ltr',
    name: `${site('name')} – ${site('tagline')}`, short_name: site('name'), description: site('tagline'),
    display: 'browser', theme_color: colours.band, background_color: colours.ground,
    icons: [
      { src: '/favicon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: '/icon-512.png', type: 'image/png', sizes: '512x512' },
      { src: '/icon-maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
  });
}
