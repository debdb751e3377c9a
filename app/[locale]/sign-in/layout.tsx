import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { formOfPage } from '#app/shown.ts';
import { FormWords } from '#components/form-words.tsx';
import { Door } from '#components/frame/door.tsx';
import { SkipLink } from '#components/frame/skip-link.tsx';

export const metadata: Metadata = { robots: { index: false } };

export default async function SignInLayout({ children, params }: { children: ReactNode; params: Promise<{ locale: string }> }) {
  const form = await formOfPage(params);
  return (
    <div className="desk-body">
      <SkipLink />
      <Door form={form}><FormWords>{children}</FormWords></Door>
    </div>
  );
}
