import { Choices, type ChoicesProps } from "./choices.tsx";

export type CheckboxesProps = ChoicesProps & { values?: string[] };

export function Checkboxes({ values = [], ...props }: CheckboxesProps) {
  return <Choices {...props} type="checkbox" chosen={values} />;
}
