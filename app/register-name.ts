import * as z from 'zod';
import { isRegister, type RegisterName } from './registers.ts';

/** The register that a form of all registers names. */
export const registerName = z.string().transform((name, at): RegisterName => {
  if (isRegister(name)) return name;
  at.addIssue({ code: 'custom', params: { rule: 'notFound', values: {} } });
  return z.NEVER;
});
