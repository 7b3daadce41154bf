/** What is taken away from a page as a file. */
export const documentWords = {
  copyFor: (reader: string, moment: string) => `Copy for ${reader}, ${moment}`,
  take: "Take away as",
  forms: { docx: "Word", pdf: "PDF", xlsx: "Excel", csv: "CSV" },
} as const;

/** "a PDF", in a sentence of the audit. */
export const documentFormPhrases = { docx: "a Word document", pdf: "a PDF", xlsx: "an Excel workbook", csv: "a CSV file" } as const;
