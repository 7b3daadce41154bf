"use client";

import { useContext } from "react";
import { Checkboxes, type CheckboxesProps } from "./checkboxes.tsx";
import { DateInput, type DateInputProps } from "./date-input.tsx";
import { FileUpload, type FileUploadProps } from "./file-upload.tsx";
import { FormContext, useDateField, useField } from "./form-context.client.ts";
import { PasswordInput, type PasswordInputProps } from "./password-input.tsx";
import { Radios, type RadiosProps } from "./radios.tsx";
import { Select, type SelectProps } from "./select.tsx";
import { TextInput, type TextInputProps } from "./text-input.tsx";
import { Textarea, type TextareaProps } from "./textarea.tsx";
import { TimeInput, type TimeInputProps } from "./time-input.tsx";

/** The fields of a SubmissionForm: each takes its id from its name, and its error and answer from the form. */
type Field<Props, Value> = Omit<Props, "id" | "value" | "values" | "error" | "errorParts"> & { name: string; defaultValue?: Value };

export function TextField({ defaultValue, ...props }: Field<TextInputProps, string>) {
  const { id, error, value } = useField(props.name, defaultValue);
  return <TextInput {...props} id={id} error={error} value={value} />;
}

export function TextareaField({ defaultValue, ...props }: Field<TextareaProps, string>) {
  const { id, error, value } = useField(props.name, defaultValue);
  return <Textarea {...props} id={id} error={error} value={value} />;
}

export function RadiosField({ defaultValue, ...props }: Field<RadiosProps, string>) {
  const { id, error, value } = useField(props.name, defaultValue);
  return <Radios {...props} id={id} error={error} value={value} />;
}

export function CheckboxesField({ defaultValue, ...props }: Field<CheckboxesProps, string[]>) {
  const { id, error, values } = useField(props.name, defaultValue);
  return <Checkboxes {...props} id={id} error={error} values={values} />;
}

export function SelectField({ defaultValue, ...props }: Field<SelectProps, string>) {
  const { id, error, value } = useField(props.name, defaultValue);
  return <Select {...props} id={id} error={error} value={value} />;
}

export function DateField({ defaultValue, ...props }: Field<DateInputProps, DateInputProps["values"]>) {
  const { id, error, errorParts, values } = useDateField(props.name, defaultValue);
  return <DateInput {...props} id={id} error={error} errorParts={errorParts} values={values} />;
}

/** What was chosen isn't there any more when the form comes back: a browser never fills it in. */
export function FileField(props: Field<FileUploadProps, never>) {
  const { id, error } = useField(props.name, undefined);
  return <FileUpload {...props} id={id} error={error} />;
}

export function TimeField({ defaultValue, ...props }: Field<TimeInputProps, string>) {
  const { id, error, value } = useField(props.name, defaultValue);
  return <TimeInput {...props} id={id} error={error} value={value} />;
}

/** Emptied at each attempt: a password is never sent back, and which part was wrong isn't said. */
export function PasswordField(props: Field<PasswordInputProps, never>) {
  const { id, error, attempt } = useField(props.name, undefined);
  return <PasswordInput key={attempt} {...props} id={id} error={error} />;
}

/** A code of an app or from paper, in one box. Emptied at each attempt: none counts twice. */
export function CodeField(props: Field<Pick<TextInputProps, "name" | "label" | "hint" | "inputMode" | "autoCapitalize" | "width">, never>) {
  const { id, error, attempt } = useField(props.name, undefined);
  return <TextInput key={attempt} {...props} id={id} error={error} autoComplete="one-time-code" spellCheck={false} />;
}

/** A tick box that stands in the form only once the submission has asked for it: "publish it all the same". It carries what was asked about. */
export function AskedCheckbox({ name, text }: { name: string; text: string }) {
  const { state } = useContext(FormContext);
  const { id, error, value, values } = useField(name, undefined);
  const asks = state.problem?.asks;
  const asked = asks?.name === name ? asks.value : value;
  if (asked === undefined) return null;
  return <Checkboxes id={id} name={name} error={error} values={values} items={[{ value: asked, text }]} />;
}
