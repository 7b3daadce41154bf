import type { ReactNode } from "react";

type FieldsetProps = {
  legend: ReactNode;
  /** Makes the legend the page's h1, for a page that asks one question. */
  pageHeading?: boolean;
  legendHidden?: boolean;
  describedBy?: string;
  role?: "group";
  children: ReactNode;
};

export function Fieldset({ legend, pageHeading, legendHidden, describedBy, role, children }: FieldsetProps) {
  return (
    <fieldset className="fieldset" role={role} aria-describedby={describedBy}>
      <legend className={legendHidden ? "sr-only" : pageHeading ? "legend-heading" : "legend"}>{pageHeading ? <h1>{legend}</h1> : legend}</legend>
      {children}
    </fieldset>
  );
}
