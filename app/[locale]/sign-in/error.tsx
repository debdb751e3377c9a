'use client';
import { Fault } from '#components/frame/fault.tsx';

export default function SignInFault({ retry }: { error: unknown; retry: () => void }) {
  return <Fault again={retry} back="home" at="" />;
}
