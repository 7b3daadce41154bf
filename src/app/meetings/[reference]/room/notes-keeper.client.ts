import type { Saved } from "@/ui/forms/form-state.ts";

export type Status = { kind: "savedAt" | "undecided" | "notSaved" | "apart" | "lost"; at: Date } | { kind: "problem"; title: string; text: string };
export type Drawn = { version: number; saved: Record<string, string>; apart: boolean };
type Answer = { saved?: Saved; problem?: { title: string; text: string }; errors?: Record<string, string[]> };
type Sending = { form: FormData; fields: Record<string, string> };

/** Once so long nothing was typed, and at the latest so long after the first letter that isn't saved. */
const pause = 1_200;
const latest = 3_000;
const again = 3_000;
/** No answer in so long is none. */
const patience = 8_000;
/** A browser finishes so much after its page is gone. */
const longestKept = 20_000;

/**
 * Keeps what is typed in the form of an item. It sends one saving at a time, and the same one again until it was answered: its key is
 * taken once, so that a saving whose answer was lost isn't taken for somebody else's. What is typed stays in the page, and nowhere else of
 * the browser. Who saves by the button waits for the one under way.
 */
export class NotesKeeper {
  private timer = 0;
  private unsavedSince: number | undefined;
  private underWay: Sending | undefined;
  private isAsking = false;
  private isSubmitting = false;
  private isFailing = false;
  private isOver = false;
  private seen = 0;
  private known: Record<string, string> = {};
  private sent: Record<string, string> | undefined;
  private isApart = false;

  constructor(private form: HTMLFormElement, private address: string, private page: { tell: (status: Status) => void; see: (version: number) => void; redraw: () => void }) {
    form.addEventListener("input", this.typed);
    form.addEventListener("submit", this.submitted, true);
    addEventListener("online", this.now);
    addEventListener("pagehide", this.now);
    addEventListener("beforeunload", this.leaving);
    document.addEventListener("visibilitychange", this.now);
  }

  end() {
    // what was typed after the button was pressed comes after what it saved
    if (this.isSubmitting && this.sent && !same(this.fields(this.known), this.sent)) {
      this.isSubmitting = false;
      this.see(this.seen + 1);
    }
    this.now();
    this.isOver = true;
    clearTimeout(this.timer);
    this.form.removeEventListener("input", this.typed);
    this.form.removeEventListener("submit", this.submitted, true);
    removeEventListener("online", this.now);
    removeEventListener("pagehide", this.now);
    removeEventListener("beforeunload", this.leaving);
    document.removeEventListener("visibilitychange", this.now);
  }

  /** The page was drawn, for the first time or anew: with what stands now. */
  drawn({ version, saved, apart }: Drawn) {
    const here = this.fields(saved);
    if (version < this.seen) return;
    // told on the page, or one's own, or nothing of one's own would be lost: from now on it is this version that one writes on
    const isTold = apart || this.seen === 0;
    const isOwn = same(saved, here) || (this.sent !== undefined && same(saved, this.sent));
    const isClean = same(here, this.known);
    if (!isTold && !isOwn && !isClean && version !== this.seen) return;
    if (!isTold && !isOwn && isClean) this.fill(saved);
    if (version !== this.seen) this.isSubmitting = false;
    this.isApart = apart;
    this.see(version);
    this.settle(saved);
    if (!apart && this.isUnsaved()) this.typed();
  }

  /** The button's answer came: the form came back, or the page was drawn. */
  answered() {
    this.isSubmitting = false;
  }

  private typed = () => {
    if (this.isOver || this.isSubmitting) return;
    if (!this.isUnsaved()) return;
    this.unsavedSince ??= Date.now();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(this.now, Math.max(0, Math.min(pause, this.unsavedSince + latest - Date.now())));
  };

  private now = () => {
    if (!this.isOver && !this.isSubmitting && (this.underWay || this.isUnsaved())) void this.save();
  };

  /** What can't be saved now would be lost with the page. */
  private leaving = (event: BeforeUnloadEvent) => {
    if (this.isFailing && !this.isSubmitting && this.isUnsaved()) event.preventDefault();
  };

  private async save() {
    if (this.isAsking) return;
    this.isAsking = true;
    clearTimeout(this.timer);
    this.underWay ??= this.sending();
    const { form, fields } = this.underWay;
    try {
      const answer = await fetch(this.address, { method: "POST", body: form, keepalive: JSON.stringify(fields).length < longestKept, signal: AbortSignal.timeout(patience) });
      if (answer.status === 404) return this.stop({ kind: "lost", at: this.since() });
      if (!answer.ok && answer.status !== 401) throw new Error("not saved");
      this.take((await answer.json()) as Answer, fields, answer.status === 401);
    } catch {
      this.isFailing = true;
      this.page.tell({ kind: "notSaved", at: this.since() });
      this.later();
    } finally {
      this.isAsking = false;
    }
  }

  private take({ saved, problem, errors }: Answer, fields: Record<string, string>, isSignedOut: boolean) {
    this.isFailing = problem !== undefined;
    if (problem && isSignedOut) {
      // signed in again in another tab, it is saved then
      this.page.tell({ kind: "problem", ...problem });
      return this.later();
    }
    if (problem) return this.stop({ kind: "problem", ...problem });
    this.underWay = undefined;
    const [wrong] = Object.values(errors ?? {}).flat();
    if (wrong) return this.stop({ kind: "problem", title: wrong, text: "" });
    if (!saved) return this.stop({ kind: "lost", at: this.since() });
    this.settle(fields);
    this.unsavedSince = undefined;
    const isNews = saved.apart === true && !this.isApart;
    this.isApart = saved.apart === true;
    if (!this.isApart) this.see(saved.version);
    this.sent = fields;
    this.page.tell({ kind: this.isApart ? "apart" : saved.decided === false ? "undecided" : "savedAt", at: new Date() });
    if (isNews) this.page.redraw();
    this.typed();
  }

  private later() {
    if (!this.isOver) this.timer = window.setTimeout(this.now, again);
  }

  /** Until something else is typed. */
  private stop(status: Status) {
    this.underWay = undefined;
    this.page.tell(status);
  }

  private submitted = (event: SubmitEvent) => {
    if (!this.isAsking) {
      clearTimeout(this.timer);
      this.underWay = undefined;
      this.isSubmitting = true;
      this.sent = this.fields(this.known);
      return;
    }
    // two savings at once would take each other for somebody else's
    event.preventDefault();
    event.stopImmediatePropagation();
    const wait = window.setInterval(() => {
      if (this.isAsking) return;
      clearInterval(wait);
      if (!this.isOver) this.form.requestSubmit(event.submitter);
    }, 50);
  };

  private sending(): Sending {
    const form = new FormData(this.form);
    form.set("submissionKey", crypto.randomUUID());
    form.set("version", String(this.seen));
    form.delete("stay");
    if (this.isApart) form.set("apart", "yes");
    return { form, fields: this.fields(this.known) };
  }

  private since = () => new Date(this.unsavedSince ?? Date.now());
  private isUnsaved = () => !same(this.fields(this.known), this.known);

  private see(version: number) {
    this.seen = version;
    this.page.see(version);
  }

  /** What is saved counts as what the form began with, and only what differs from it as unsaved; what stands in it stays. */
  private settle(saved: Record<string, string>) {
    this.known = saved;
    for (const [control, value] of this.controls(saved)) {
      if (control instanceof HTMLTextAreaElement) {
        const typed = control.value;
        control.defaultValue = value;
        if (control.value !== typed) control.value = typed;
      } else {
        const chosen = control.checked;
        control.defaultChecked = control.value === value;
        if (control.checked !== chosen) control.checked = chosen;
      }
    }
  }

  private fill(saved: Record<string, string>) {
    for (const [control, value] of this.controls(saved)) {
      if (control instanceof HTMLTextAreaElement) control.value = value;
      else control.checked = control.value === value;
    }
  }

  private controls(names: Record<string, string>): [HTMLTextAreaElement | HTMLInputElement, string][] {
    const isOurs = (control: Element): control is HTMLTextAreaElement | HTMLInputElement => control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === "radio");
    return [...this.form.elements].filter(isOurs).filter(({ name }) => name in names).map((control) => [control, names[control.name] ?? ""]);
  }

  private fields(names: Record<string, string>): Record<string, string> {
    const typed = new FormData(this.form);
    const text = (value: FormDataEntryValue | null) => (typeof value === "string" ? value : "");
    return Object.fromEntries(Object.keys(names).map((name) => [name, text(typed.get(name))]));
  }
}

const same = (one: Record<string, string>, other: Record<string, string>) => Object.keys(other).every((name) => flat(one[name] ?? "") === flat(other[name] ?? ""));
// As it is saved: without regard to line ends and to spaces at the end.
const flat = (text: string) => text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/[ \t]+$/gm, "").trim();
