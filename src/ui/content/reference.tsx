
/** A reference, never broken across lines. Looking a record up is recorded, so nothing is fetched before it is clicked. */
export function Reference({ href, children }: { href?: string; children: string }) {
  if (href === undefined) return <span className="reference">{children}</span>;
  return (
    <a href={href} className="reference">
      {children}
    </a>
  );
}
