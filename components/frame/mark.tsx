/** Љ on a seal: one letter made of two, as an agreement is. It stays Љ in every written form. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 48 48" aria-hidden="true">
      <circle className="mark-disc" cx="24" cy="24" r="24" />
      <circle className="mark-ring" cx="24" cy="24" r="21" />
      <path className="mark-letter" d="M11 33.27V29.57L15.15 30.15L13.64 31.29Q14.26 30.55 14.74 29.34Q15.22 28.13 15.58 26.44Q15.94 24.75 16.22 22.58Q16.49 20.41 16.72 17.76L16.81 16.52L13.14 15.84V14.72H29.95V15.78Q28.7 16.23 26.61 16.5V31.15H31.05Q32.37 30.8 33.08 29.94Q33.79 29.08 33.79 27.85Q33.79 26.2 32.84 25.34Q31.89 24.47 30.13 24.47H25.13V22.49H30.75Q32.65 22.49 34.05 23.12Q35.46 23.75 36.23 24.91Q37 26.07 37 27.65Q37 29.34 36.15 30.56Q35.3 31.78 33.74 32.45Q32.17 33.13 30.02 33.13H20.52V32.08Q21.63 31.58 23.35 31.37L23.65 16.73H18.93Q18.64 21.51 18.1 24.73Q17.57 27.95 16.68 29.87Q15.8 31.79 14.42 32.58Q13.03 33.36 11 33.27Z" />
    </svg>
  );
}
