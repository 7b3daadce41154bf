import type { ReactNode } from "react";

export type Task = {
  title: ReactNode;
  /** Left out: it can't be started yet, and isn't a link. */
  href?: string;
  hint?: ReactNode;
  /** Plain words when nothing is left to do ("Completed"), a Tag otherwise; left out where there is nothing to be done with. */
  status?: ReactNode;
};

/** The parts of a long form, each with how far it is. `id` sets the ids of hints and statuses apart. */
export function TaskList({ id, items }: { id: string; items: Task[] }) {
  return (
    <ul className="task-list">
      {items.map((task, index) => {
        const hintId = `${id}-${index + 1}-hint`;
        const statusId = `${id}-${index + 1}-status`;
        const description = [task.hint !== undefined && hintId, task.status !== undefined && statusId].filter(Boolean).join(" ") || undefined;
        return (
          <li key={index} className={task.href === undefined ? "task" : "task task-link"}>
            <div className="task-words">
              {task.href === undefined ? (
                <div>{task.title}</div>
              ) : (
                <a href={task.href} aria-describedby={description}>
                  {task.title}
                </a>
              )}
              {task.hint !== undefined && (
                <div id={hintId} className="hint">
                  {task.hint}
                </div>
              )}
            </div>
            {task.status !== undefined && (
              <div id={statusId} className="task-status">
                {task.status}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** One thing to do, in words, with one verb as a button: the rows of a home page. */
export function NextStep({ title, note, children }: { title: ReactNode; note?: ReactNode; children?: ReactNode }) {
  return (
    <li className="next-step">
      <div>
        <p className="next-step-title">{title}</p>
        {note !== undefined && <p className="quiet">{note}</p>}
      </div>
      {children !== undefined && <div className="next-step-act">{children}</div>}
    </li>
  );
}

export function NextSteps({ children }: { children: ReactNode }) {
  return <ul className="next-steps">{children}</ul>;
}
