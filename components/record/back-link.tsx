'use client';
import { useTranslations } from 'next-intl';

/** The way out of a form without doing anything. */
export function BackLink({ href }: { href: string }) {
  return <a className="btn btn-bare" href={href}>{useTranslations('form')('back')}</a>;
}
