import type { ReactNode } from "react";

/** Something was sent: its title and reference. What happens next, and when, follows under it. */
export function ConfirmationPanel({ title, referenceLabel, reference }: { title: ReactNode; referenceLabel?: ReactNode; reference?: ReactNode }) {
  return (
    <div className="confirmation-panel">
      <h1>{title}</h1>
      {reference !== undefined && (
        <p>
          {referenceLabel}
          {referenceLabel !== undefined && <br />}
          <strong>{reference}</strong>
        </p>
      )}
    </div>
  );
}
