import { TextInput, type TextInputProps } from "./text-input.tsx";

export type TimeInputProps = Pick<TextInputProps, "id" | "name" | "label" | "labelHidden" | "pageHeading" | "hint" | "error" | "value" | "describedBy">;

/** A plain box: the server takes "2pm", "2:30pm", "14:00", "1400" and "midday". */
export function TimeInput(props: TimeInputProps) {
  return <TextInput {...props} width={10} spellCheck={false} autoComplete="off" />;
}
