/** The app's sign: a sun just over the line of the first day. */
export function BrandMark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="5" fill="var(--primary)" />
      <path d="M6.5 15.5a5.5 5.5 0 0 1 11 0z" fill="var(--on-primary)" />
      <path
        d="M4.5 18.5h15M12 5v2.2M5.6 8.1l1.5 1.5M18.4 8.1l-1.5 1.5"
        stroke="var(--on-primary)"
        strokeWidth="1.7"
        strokeLinecap="round"
        fill="none"
      />
    </svg>
  );
}
