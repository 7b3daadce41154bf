/** A document with another text between two of its marks. */
export function between(document: string, mark: string, text: string): string {
  const [begin, end] = [`<!-- begin: ${mark} -->`, `<!-- end: ${mark} -->`];
  const [before, rest] = document.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`the document has no marks for ${mark}`);
  return `${before}${begin}\n\n${text}\n\n${end}${after}`;
}
