import { uiWords } from "../ui-words.ts";

export type Change = { kind: "same" | "added" | "removed"; text: string };

/** What a text said and what it says instead, word by word: struck out and underlined, and told to whoever listens. */
export function WordDiff({ changes }: { changes: readonly Change[] }) {
  return <p className="max-w-measure whitespace-pre-line">{changes.map(({ kind, text }, index) => (kind === "same" ? text : <Changed key={index} kind={kind} text={text} />))}</p>;
}

function Changed({ kind, text }: Change) {
  const Mark = kind === "added" ? "ins" : "del";
  return (
    <Mark className={kind === "added" ? "bg-tag-green-ground text-tag-green underline" : "bg-tag-red-ground text-tag-red line-through"}>
      <span className="sr-only">{kind === "added" ? uiWords.added : uiWords.removed} </span>
      {text}
      <span className="sr-only"> {uiWords.endOfChange}</span>
    </Mark>
  );
}
