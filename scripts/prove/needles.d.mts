export function wordsOf(text: string): string[][];
export function needles<What = string>(): { readonly count: number; add: (value: string, what: What) => void; among: (text: string) => Set<What> };
export function formsOfDay(day: string): string[];
export function sentencesOf(text: string | null | undefined): string[];
