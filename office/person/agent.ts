/** What a browser says of itself, by family and never by version; null where it says nothing that we know. */
export type Device = { readonly browser: Browser | null; readonly system: System | null };
export type Browser = 'edge' | 'opera' | 'samsung' | 'firefox' | 'chrome' | 'safari';
export type System = 'android' | 'ios' | 'windows' | 'mac' | 'chromeos' | 'linux';

/**
 * Reads the families out of a User-Agent header. Every browser names those that it would pass for as well, so the order counts: the
 * narrower first (Edge says Chrome, Chrome says Safari; Android says Linux). A program that is no browser is neither.
 */
export function deviceOf(agent: string | null): Device {
  return { browser: firstOf(browsers, agent), system: firstOf(systems, agent) };
}

const browsers: readonly (readonly [Browser, RegExp])[] = [
  ['edge', /\b(?:Edg|EdgA|EdgiOS|Edge)\//],
  ['opera', /\b(?:OPR|Opera|OPiOS|OPT)\//],
  ['samsung', /\bSamsungBrowser\//],
  ['firefox', /\b(?:Firefox|FxiOS)\//],
  ['chrome', /\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//],
  ['safari', /\bVersion\/[\d.]+ .*\bSafari\//],
];

const systems: readonly (readonly [System, RegExp])[] = [
  ['android', /\bAndroid\b/],
  ['ios', /\b(?:iPhone|iPad|iPod)\b/],
  ['windows', /\bWindows\b/],
  ['mac', /\b(?:Macintosh|Mac OS X)\b/],
  ['chromeos', /\bCrOS\b/],
  ['linux', /\bLinux\b/],
];

function firstOf<T>(families: readonly (readonly [T, RegExp])[], agent: string | null): T | null {
  return families.find(([, says]) => says.test(agent ?? ''))?.[0] ?? null;
}
