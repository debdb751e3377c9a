import { PHASE_PRODUCTION_SERVER } from 'next/constants.js';

// Public pages are documents kept by our own cache (docs/decisions/0003), so every cache, optimiser
// and bypass of Next that SAFETY names stays off.
const config = {
  poweredByHeader: false,
  compress: false,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: true }, // `npm test` type-checks with TypeScript 7, which Next's own check cannot load
  deploymentId: process.env.POVELJA_BUILD,
  serverExternalPackages: ['pg', '@node-rs/argon2', 'edtf'],
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
};

// The plug-in tells the bundler where the words are; to the running server it would only bring a compiler and a file watcher.
export default async function settings(phase) {
  if (phase === PHASE_PRODUCTION_SERVER) return config;
  const { default: createNextIntlPlugin } = await import('next-intl/plugin');
  return createNextIntlPlugin('./messages/request.ts')(config);
}
