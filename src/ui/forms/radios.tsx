import { Choices, type ChoicesProps } from "./choices.tsx";

export type RadiosProps = ChoicesProps & { value?: string };

export function Radios({ value, ...props }: RadiosProps) {
  return <Choices {...props} type="radio" chosen={value === undefined ? [] : [value]} />;
}
