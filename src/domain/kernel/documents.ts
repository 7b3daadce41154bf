/** What a document can be taken away as. */
export const documentForms = ["docx", "pdf", "xlsx", "csv"] as const;
export type DocumentForm = (typeof documentForms)[number];
