import type { OfficeContact } from '#components/about/contact-sheet.tsx';

/** How the office can be reached, as this installation was told; null for what nobody has entered. */
export function officeContact(): OfficeContact {
  const { OFFICE_EMAIL, OFFICE_PHONE, OFFICE_ADDRESS, DATA_PROTECTION_EMAIL } = process.env;
  return { email: OFFICE_EMAIL || null, phone: OFFICE_PHONE || null, address: OFFICE_ADDRESS || null, dataProtection: DATA_PROTECTION_EMAIL || null };
}
