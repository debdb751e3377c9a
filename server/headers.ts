/** Header names and values in turn, as `writeHead` takes them without further work. */
export type RawHeaders = readonly string[];

/** What every answer carries (SAFETY, section 3). Strict transport only where the site is served by HTTPS. */
export function safetyHeaders(publicUrl: URL): RawHeaders {
  const strict = publicUrl.protocol === 'https:' ? ['Strict-Transport-Security', 'max-age=63072000; includeSubDomains'] : [];
  return [
    ...strict,
    'X-Content-Type-Options', 'nosniff',
    'Referrer-Policy', 'strict-origin-when-cross-origin',
    'Cross-Origin-Opener-Policy', 'same-origin',
    'Cross-Origin-Resource-Policy', 'same-origin',
    'Permissions-Policy', permissions,
  ];
}

/** Public pages are documents: no script may run in them, whoever wrote it. */
export const publicPolicy =
  "default-src 'none'; connect-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** For answers that are no pages. */
export const closedPolicy = "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/** Workspace and sign-in: only scripts that carry this answer's nonce, and what these load. */
export function noncePolicy(nonce: string): string {
  return (
    `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; ` +
    publicPolicy.replace("default-src 'none'; ", '')
  );
}

/** While developing React evaluates code for its overlay, Next injects styles and keeps a socket open. */
export function developmentPolicy(nonce: string): string {
  return noncePolicy(nonce)
    .replace("'strict-dynamic'", "'strict-dynamic' 'unsafe-eval'")
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    .replace("img-src 'self'", "img-src 'self' data: blob:")
    .replace("connect-src 'self'", "connect-src 'self' ws: wss:");
}

/** Where browsers find which links they may fetch ahead; a header, since a script element is refused by the policy. */
export const speculationRulesPath = '/speculation-rules.json';
export const speculationHeader: RawHeaders = ['Speculation-Rules', `"${speculationRulesPath}"`];

/** Public pages of this site may be drawn ahead when the reader is about to follow a link; the workspace never. */
export const speculationRules = JSON.stringify({
  prerender: [
    {
      where: {
        and: [
          { href_matches: ['/sr-Cyrl', '/sr-Latn', '/en', '/sr-Cyrl/*', '/sr-Latn/*', '/en/*'] },
          { not: { href_matches: ['/*/workspace', '/*/workspace/*', '/*/sign-in', '/*/sign-in/*'] } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
});

const permissions = [
  'accelerometer', 'autoplay', 'browsing-topics', 'camera', 'display-capture', 'encrypted-media',
  'fullscreen', 'gamepad', 'geolocation', 'gyroscope', 'hid', 'idle-detection', 'local-fonts', 'magnetometer',
  'microphone', 'midi', 'payment', 'picture-in-picture', 'publickey-credentials-get', 'screen-wake-lock', 'serial',
  'usb', 'window-management', 'xr-spatial-tracking',
].map((feature) => `${feature}=()`).join(', ');
