import { encode } from "uqr";

/** A QR code drawn with the page; nothing is fetched for it. Dark on light whatever the theme: cameras read no other. */
export function Qr({ text, label, width }: { text: string; label: string; width: number }) {
  const { data, size } = encode(text, { border: 3 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} width={width} height={width} shapeRendering="crispEdges" className="qr-code">
      <rect width={size} height={size} fill="#ffffff" />
      <path d={dark} fill="#000000" />
    </svg>
  );
}
