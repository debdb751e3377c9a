'use client';
import { Fault } from '#components/frame/fault.tsx';

export default function WorkspaceFault({ retry }: { error: unknown; retry: () => void }) {
  return <Fault again={retry} back="desk" at="/workspace" />;
}
