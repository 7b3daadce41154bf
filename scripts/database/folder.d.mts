export const root: string;
export function passingFolder(purpose: string): string;
