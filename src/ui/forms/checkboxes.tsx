import { Choices, type ChoicesProps } from "./choices";

export type CheckboxesProps = ChoicesProps & { values?: string[] };

export function Checkboxes({ values = [], ...props }: CheckboxesProps) {
  return <Choices {...props} type="checkbox" chosen={values} />;
}
