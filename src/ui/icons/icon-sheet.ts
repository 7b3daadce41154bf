import { drawings } from "./icon-drawings.ts";

/** All drawings as one file of symbols. Lines take their colour and weight from the icon that uses them. */
export const iconSheet = `<svg xmlns="http://www.w3.org/2000/svg">${Object.entries(drawings).map(([name, drawing]) => `<symbol id="${name}" viewBox="0 0 24 24">${drawing.map(shape).join("")}</symbol>`).join("")}</svg>`;

function shape([tag, attributes]: readonly [string, Readonly<Record<string, string>>]): string {
  return `<${tag}${Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`).join("")}/>`;
}
