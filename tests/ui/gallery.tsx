import type { ReactNode } from "react";
import { AgendaRail } from "@/ui/content/agenda-rail.tsx";
import { Alert } from "@/ui/content/alert.tsx";
import { Button, ButtonGroup, ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Columns, Stack } from "@/ui/content/columns.tsx";
import { ConfirmationPanel } from "@/ui/content/confirmation-panel.tsx";
import { ContextualDate } from "@/ui/content/contextual-date.tsx";
import { CopyOrPrint } from "@/ui/content/copy-or-print.client.tsx";
import { Count, Counts } from "@/ui/content/count.tsx";
import { Details } from "@/ui/content/details.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { FilterBar } from "@/ui/content/filter-bar.tsx";
import { IconList } from "@/ui/content/icon-list.tsx";
import { IdentityBar } from "@/ui/content/identity-bar.tsx";
import { Interruption } from "@/ui/content/interruption.tsx";
import { Meter } from "@/ui/content/meter.tsx";
import { NotificationBanner } from "@/ui/content/notification-banner.tsx";
import { ProgressTracker } from "@/ui/content/progress-tracker.tsx";
import { Pagination } from "@/ui/content/pagination.tsx";
import { Prose, QuietText } from "@/ui/content/prose.tsx";
import { Qr } from "@/ui/content/qr.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { type RowData, Rows } from "@/ui/content/rows.client.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { Cell, ColumnHead, RowHead, SelectCell, SelectHead, Table } from "@/ui/content/table.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { NextStep, NextSteps, TaskList } from "@/ui/content/task-list.tsx";
import { MonthCalendar } from "@/ui/content/month-calendar.tsx";
import { Timeline } from "@/ui/content/timeline.client.tsx";
import { WordDiff } from "@/ui/content/word-diff.tsx";
import { AskedCheckbox, CheckboxesField, CodeField, DateField, FileField, PasswordField, RadiosField, SelectField, TextField, TextareaField, TimeField } from "@/ui/forms/fields.client.tsx";
import { FormsOf } from "@/ui/forms/forms-of.client.tsx";
import type { Submission } from "@/ui/forms/form-state.ts";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { Select } from "@/ui/forms/select.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { TextInput } from "@/ui/forms/text-input.tsx";
import { Icon } from "@/ui/icons/icon.tsx";
import { AppShell } from "@/ui/shell/app-shell.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { Banner } from "@/ui/shell/banner.tsx";
import { HeaderLink, HeaderPost } from "@/ui/shell/header-link.tsx";
import { MarkingStrip } from "@/ui/shell/marking-strip.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { PageTitle } from "@/ui/shell/page-title.client.tsx";
import { PrintFooter, PrintHeader } from "@/ui/shell/print-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { SessionWarning } from "@/ui/shell/session-warning.client.tsx";
import { Subnav } from "@/ui/shell/subnav.tsx";
import { sessionWords } from "@/wording/accounts.ts";

/*
 * Every component once, as a page would put them together. The tests draw it; a developer can draw it too, under a route of their own.
 */

const sections = ["Home", "Meetings", "Cases", "Action plan", "Concerns", "Performance"];

export function Frame({ current, marked, children }: { current: string; marked?: boolean; children: ReactNode }) {
  return (
    <AppShell
      name="Safer Hallamford"
      product="Case Identification Meetings"
      navigation={sections.map((text) => ({ href: `/${text.toLowerCase().replace(" ", "-")}`, text, current: text === current }))}
      account={
        <>
          <HeaderLink href="/search" icon="search">
            Search
          </HeaderLink>
          <HeaderLink href="/notices" icon="bell">
            3<span className="sr-only"> unread</span>
          </HeaderLink>
          <HeaderLink href="/you">Insp. R. Calverley</HeaderLink>
          <HeaderPost action="/sign-out">Sign out</HeaderPost>
        </>
      }
      banner={<Banner tag="Demonstration">Every person, place and case here is invented.</Banner>}
      marking={marked ? <MarkingStrip handling="Do not share outside the meeting." /> : undefined}
      footerLinks={["Help", "Accessibility", "Privacy", "Cookies"].map((text) => ({ href: `/${text.toLowerCase()}`, text }))}
      footerText="Casemoot is open source."
    >
      {children}
    </AppShell>
  );
}

export function Home() {
  return (
    <Frame current="Home">
      <Alert kind="success" title="The agenda was sent to 14 people" arrives>
        They can open it from 5pm today.
      </Alert>
      <PageHeader title="Good morning, Inspector Calverley" subtitle="Saturday 21 November 2026 · Central area" />
      <Columns
        main={
          <>
            <Card title="CON-2026-0042 Kiln Rise">
              <ProgressTracker steps={[{ key: "received", text: "Received" }, { key: "meeting", text: "With the meeting" }, { key: "action", text: "Action" }, { key: "answer", text: "Answer" }]} current="meeting" />
            </Card>
            <Card title="Next meeting: Tuesday 8 December 2026, 2pm to 4pm" icon="calendar-days" note="Civic Centre, room 2 · agenda not yet sent">
              <NextSteps>
                <NextStep title="Confirm minutes of 10 November" note="2 corrections suggested">
                  <ButtonLink href="/minutes" tone="secondary" small>
                    Check corrections
                  </ButtonLink>
                </NextStep>
                <NextStep title="Accept or decline new referrals" note="3 waiting, oldest 6 days">
                  <ButtonLink href="/referrals" tone="secondary" small>
                    Triage referrals
                  </ButtonLink>
                </NextStep>
                <NextStep title="Chase overdue actions" note="2 overdue across 2 agencies">
                  <ButtonLink href="/chase" tone="secondary" small>
                    Chase now
                  </ButtonLink>
                </NextStep>
              </NextSteps>
            </Card>
            <Card title="Referral REF-2026-0031">
              <TaskList
                id="referral"
                items={[
                  { title: "About the matter", href: "/about", status: "Completed" },
                  { title: "People and places", href: "/people", hint: "Name, date of birth and address, as far as you know them", status: <Tag tone="blue">In progress</Tag> },
                  { title: "Check and send", status: "Cannot start yet" },
                ]}
              />
            </Card>
            <Card title="Concerns">
              <EmptyState title="No concerns are waiting" icon="inbox" actions={<ButtonLink href="/raise">Raise a concern</ButtonLink>}>
                A concern that a councillor raises comes here.
              </EmptyState>
            </Card>
          </>
        }
        side={
          <>
            <Card title="Needs attention">
              <IconList
                items={[
                  { icon: "circle-alert", danger: true, text: <><Reference href="/a">CEN-118-2</Reference> is 7 days late. Community safety has not replied to 2 chases</> },
                  { icon: "arrow-up-right", text: <><Reference href="/e">ESC-2026-007</Reference> is not on the Performance and Delivery Board agenda for 3 December</> },
                  { icon: "megaphone", text: <>Cllr Hinchliffe has had no feedback on <Reference href="/c">CON-2026-0042</Reference> for 12 days</> },
                  { icon: "clock", text: "Information sharing agreement with Hallamford Mediation ends on 31 December 2026" },
                ]}
              />
            </Card>
            <Card title="On the register last time" note="Health and Probation missed the last 2 meetings">
              <Meter value={11} max={14}>
                11 of 14 signed
              </Meter>
            </Card>
            <NotificationBanner>
              <p>The meeting on 8 December has moved to room 4.</p>
            </NotificationBanner>
          </>
        }
      />
      <PageTitle>Home – Casemoot</PageTitle>
    </Frame>
  );
}

const actions = [
  ["CEN-118-2", "Fit temporary CCTV at the parade", "Council: Community safety", "C. Brearley", "14 November 2026", "7 days late", "Overdue", "2 chases"],
  ["CEN-121-1", "Visit the tenant and offer floating support", "Housing: Hallamford Homes", "Z. Nowak", "18 November 2026", "3 days late", "Overdue", "1 chase"],
  ["CEN-097-4", "Report on off-road bike seizures since 1 October", "Police: Central NPT", "PC N. Rowlands", "25 November 2026", "in 4 days", "Due soon", "Not chased"],
  ["CEN-122-1", "Invite primary school link officer to December meeting", "Council: Early Help", "M. Keane", "8 December 2026", "in 17 days", "On track", "Not chased"],
  ["CEN-102-3", "Licensing check on the takeaway", "Council: Licensing", "T. Aziz-Hall", "4 November 2026", "Done 3 November", "Done", "Not chased"],
  ["CEN-115-2", "Mediation between neighbours", "Hallamford Mediation", "B. Moxon", "31 October 2026", "Consent withdrawn", "Cannot be done", "Not chased"],
] as const;

const states = {
  Overdue: { tone: "red", icon: "circle-alert", date: "late" },
  "Due soon": { tone: "amber", icon: "clock", date: "soon" },
  "On track": { tone: "blue", icon: "circle-dashed", date: "plain" },
  Done: { tone: "green", icon: "circle-check", date: "done" },
  "Cannot be done": { tone: "grey", icon: "ban", date: "done" },
} as const;

export function ActionPlan() {
  return (
    <Frame current="Action plan" marked>
      <PrintHeader parts={["Safer Hallamford", "Central CIM", "21 November 2026"]} marking="OFFICIAL-SENSITIVE" />
      <PageHeader
        title="Action plan"
        subtitle="Central CIM · owned by Insp. R. Calverley (chair) · updated 21 November 2026 at 5:30pm"
        actions={
          <>
            <ButtonLink href="/print" tone="secondary" icon={<Icon name="printer" />}>
              Print
            </ButtonLink>
            <ButtonLink href="/chase">Chase 2 overdue</ButtonLink>
          </>
        }
      />
      <Counts label="Actions by status">
        <Count number={2} href="/actions?status=overdue" current>
          <Tag tone="red">Overdue</Tag>
        </Count>
        <Count number={1} href="/actions?status=soon">
          <Tag tone="amber">Due in 7 days</Tag>
        </Count>
        <Count number={1} href="/actions?status=track">
          <Tag tone="blue">On track</Tag>
        </Count>
        <Count number={38} href="/actions?status=done">
          <Tag tone="green">Done this quarter</Tag>
        </Count>
        <Count number={1}>
          <Tag tone="grey">Cannot be done</Tag>
        </Count>
      </Counts>
      <FilterBar action="/actions" label="Filter actions" hidden={{ sort: "due" }} clearHref="/actions">
        <Select id="status" name="status" label="Status" value="open" items={[{ value: "open", text: "Open actions" }, { value: "all", text: "All actions" }]} />
        <Select id="agency" name="agency" label="Agency" items={[{ value: "", text: "All agencies" }, { group: "Council", items: [{ value: "1", text: "Early Help" }] }]} />
        <TextInput id="words" name="words" label="Reference or words" type="search" width={20} />
      </FilterBar>
      <Card flush>
        <Table
          caption={
            <>
              <strong>6 actions</strong> <span className="quiet">sorted by due date, overdue first</span>
            </>
          }
          head={
            <>
              <SelectHead>Select</SelectHead>
              <ColumnHead sortHref="/actions?sort=reference">Reference</ColumnHead>
              <ColumnHead>Action</ColumnHead>
              <ColumnHead>Owner</ColumnHead>
              <ColumnHead sortHref="/actions?sort=-due" sorted="ascending">
                Due
              </ColumnHead>
              <ColumnHead>Status</ColumnHead>
              <ColumnHead>Chased</ColumnHead>
            </>
          }
        >
          {actions.map(([reference, what, agency, owner, due, note, state, chased]) => (
            <tr key={reference}>
              <SelectCell name="chosen" value={reference} label={`Select ${reference}`} />
              <RowHead>
                <a href={`/actions/${reference}`}>{reference}</a>
              </RowHead>
              <Cell label="Action">{what}</Cell>
              <Cell label="Owner" note={owner}>
                {agency}
              </Cell>
              <Cell label="Due">
                <ContextualDate date={due} note={note} tone={states[state].date} />
              </Cell>
              <Cell label="Status">
                <Tag tone={states[state].tone} icon={states[state].icon}>
                  {state}
                </Tag>
              </Cell>
              <Cell label="Chased" quiet={chased === "Not chased"}>
                {chased}
              </Cell>
            </tr>
          ))}
        </Table>
      </Card>
      <Pagination current={4} total={9} hrefFor={(page) => `/actions?page=${page}`} />
      <PrintFooter>Copy 4 of 14 for Cllr Sattar · printed 21 November 2026 at 5:30pm</PrintFooter>
      <PageTitle>Action plan – Casemoot</PageTitle>
    </Frame>
  );
}

export const rows: RowData[] = [
  {
    key: "CEN-118-2",
    cells: [
      { reference: "CEN-118-2", href: "/actions/CEN-118-2" },
      { text: "Mend the lighting", note: "Council: Housing" },
      { due: { date: "14 November 2026", dateTime: "2026-11-14", note: "7 days late", tone: "late" } },
      { tag: { word: "Overdue", tone: "red", icon: "circle-alert" }, note: "Carried over 2 meetings" },
    ],
  },
  { key: "CEN-118-3", cells: [{ reference: "CEN-118-3" }, { text: "Not told", quiet: true }, { text: "2pm", dateTime: "2026-11-21T14:00:00Z" }, { text: "12", numeric: true, tag: { word: "Done" } }] },
];

export function CaseRecord({ submission }: { submission: Submission }) {
  return (
    <Frame current="Cases" marked>
      <BackLink href="/cases">Cases</BackLink>
      <IdentityBar
        reference="CEN-118"
        words="Evening gatherings at a shopping parade"
        tags={
          <>
            <Tag tone="grey">Location</Tag>
            <Tag tone="blue">Active</Tag>
            <Tag tone="amber">Going round 4 meetings</Tag>
            <Tag tone="red" outline>
              Not done by agency
            </Tag>
          </>
        }
        facts="Discussed at 4 meetings over 9 months"
        actions={
          <PostButton submission={submission} title="CEN-118 – Casemoot" hidden={{ caseId: "118" }} submissionKey="6b1f" small about="for CEN-118">
            Show identity
          </PostButton>
        }
      />
      <Subnav
        label="CEN-118"
        items={[
          { href: "/cases/118", text: "Summary", current: true },
          { href: "/cases/118/timeline", text: "Timeline" },
          { href: "/cases/118/actions", text: "Actions", count: 3 },
          { href: "/cases/118/people", text: "People and places" },
          { href: "/cases/118/shared", text: "Information shared" },
        ]}
      />
      <PageHeader eyebrow="CEN-118" title="Summary" tags={<Tag tone="teal">Under watch</Tag>} />
      <Columns
        main={
          <Stack>
            <Card title="What is known" actions={<a href="/change">Change</a>}>
              <SummaryList
                rows={[
                  { key: "Kind", value: "Location", actions: [{ href: "/kind", text: "Change", about: "kind" }] },
                  { key: "First raised", value: "10 March 2026 by Cllr Hinchliffe, after three residents came to the surgery about groups of young people gathering at the parade each evening" },
                  { key: "Legal power", actions: [{ href: "/power", text: "Change", about: "legal power" }] },
                ]}
              />
            </Card>
            <Details summary="What the stages mean">
              <Prose>
                <p>A case is open until the meeting steps it down or closes it.</p>
                <ul>
                  <li>Under watch: 3, 6 or 12 months</li>
                  <li>Closed: no action</li>
                </ul>
              </Prose>
            </Details>
            <Alert kind="warning" title="Two agencies have not answered">
              <p>
                Probation and Health. <a href="/ask">Ask again</a>
              </p>
            </Alert>
            <Alert kind="danger" title="Not saved since 2:51pm">Keep this page open.</Alert>
            <Alert title="You can see a summary only" />
            <Table caption="Spending by agency, largest first" label="Spending by agency" narrow="scroll" compact head={<><ColumnHead>Agency</ColumnHead><ColumnHead numeric>Spent, in pounds</ColumnHead></>}>
              <tr>
                <RowHead>Council: Community safety</RowHead>
                <Cell numeric>12,400</Cell>
              </tr>
              <tr>
                <RowHead>Police: Central NPT</RowHead>
                <Cell numeric>900</Cell>
              </tr>
            </Table>
            <Table caption="Actions of this case" head={<><ColumnHead>Reference</ColumnHead><ColumnHead>Action</ColumnHead><ColumnHead>Due</ColumnHead><ColumnHead>Status</ColumnHead></>}>
              <Rows labels={[undefined, "Action", "Due", "Status"]} rows={rows} />
            </Table>
          </Stack>
        }
        side={
          <Stack>
            <Card title="Correction">
              <WordDiff changes={[{ kind: "removed", text: "Six" }, { kind: "added", text: "Seven" }, { kind: "same", text: " calls since November." }]} />
            </Card>
            <Card title="December 2026">
              <MonthCalendar
                caption="Meetings in December 2026, week by week"
                weekdays={["Monday", "Tuesday"]}
                today="Today"
                weeks={[[{ key: "7", number: "7", date: "Monday 7 December 2026", dateTime: "2026-12-07", outside: false, today: true }, { key: "8", number: "8", date: "Tuesday 8 December 2026", dateTime: "2026-12-08", outside: false, today: false, note: "Bank holiday", children: <p>CEN-2026-12</p> }]]}
              />
            </Card>
            <Card title="Timeline">
              <Timeline
                level={3}
                events={[
                  { id: "2", title: "Action assigned", when: "10 November 2026 at 2:48pm", dateTime: "2026-11-10T14:48:00Z", by: "Insp. R. Calverley", lines: [{ reference: "CEN-118-2", href: "/a", text: "by 12 December" }, { text: "Two visits" }] },
                  { id: "1", title: "Concern joined to this case", when: "3 November 2026", by: "A. Lee" },
                ]}
              />
            </Card>
            <SummaryList compact rows={[{ key: "Next discussed", value: "8 December 2026" }]} />
            <QuietText>Opened 6 times this month</QuietText>
          </Stack>
        }
      />
      <PageTitle>CEN-118 – Casemoot</PageTitle>
    </Frame>
  );
}

export function Question({ submission }: { submission: Submission }) {
  return (
    <Frame current="Concerns">
      <BackLink href="/concerns" />
      <QuestionPage>
        <SubmissionForm
          submission={submission}
          title="What is happening? – Casemoot"
          heading={<PageHeader eyebrow="Question 2 of 5" title="What is happening?" />}
          submissionKey="9d21"
          hidden={{ concernId: "42", version: 3 }}
          button="Save and continue"
          secondary={{ text: "Save and come back later", name: "intent", value: "later" }}
          beside={<a href="/concerns">Cancel</a>}
          ctrlEnter
        >
          <TextareaField name="what" label="What is happening?" labelHidden hint="Describe it in your own words. Leave out names unless they are needed" limit={2000} />
          <TextField name="where" label="Street or place" hint="For example, the parade on Kimber Road" />
          <SelectField name="ward" label="Ward" items={[{ value: "", text: "Select a ward" }, { value: "k", text: "Kimber" }, { value: "t", text: "Thorpe" }]} />
          <RadiosField
            name="often"
            legend="How often does it happen?"
            items={[{ value: "daily", text: "Every day" }, { value: "weekly", text: "Every week", hint: "Or most weeks" }, { divider: "or" }, { value: "unknown", text: "I do not know" }]}
          />
          <RadiosField name="decision" legend="Decision" layout="boxes" defaultValue="continue" items={["Continue", "Step down", "Escalate", "Close", "Defer"].map((text) => ({ value: text.toLowerCase(), text }))} />
          <RadiosField name="tell" legend="May we tell them?" layout="inline" items={[{ value: "yes", text: "Yes" }, { value: "no", text: "No" }]} />
          <CheckboxesField
            name="told"
            legend="Who has been told? (optional)"
            hint="Select all that apply"
            defaultValue={["police"]}
            items={[{ value: "police", text: "Police" }, { value: "housing", text: "Housing" }, { value: "health", text: "Health", hint: "Hospital, GP or mental health" }]}
          />
          <CheckboxesField name="seen" legend="Seen by" small layout="inline" items={[{ value: "a", text: "Resident" }, { value: "b", text: "Councillor" }]} />
          <AskedCheckbox name="all-the-same" text="It names nobody: publish it all the same" />
          <DateField name="on" legend="When did it last happen?" hint="For example, 8 12 2026" />
          <TimeField name="at" label="At what time? (optional)" hint="For example, 2pm or 14:00" />
          <FileField name="paper" label="Paper (optional)" accept=".pdf,.docx,.txt" hint="A PDF, a Word document or plain text" />
          <PasswordField name="password" label="Your password, to confirm" />
          <Qr text="https://casemoot.example/r/7KQ3WA" label="The way to the register" width={160} />
        </SubmissionForm>
      </QuestionPage>
      <PageTitle>What is happening? – Casemoot</PageTitle>
    </Frame>
  );
}

export function Meeting({ submission }: { submission: Submission }) {
  const rail = ["Register and declaration", "Minutes of 10 November", "Matters arising", "CEN-118 Evening gatherings at a shopping parade", "CEN-121 Suspected takeover of a home", "Step-down: CEN-102", "Next meeting"];
  return (
    <Frame current="Meetings" marked>
      <PageHeader eyebrow="Item 4 of 7 · 15 minutes planned" title="CEN-118 Evening gatherings at a shopping parade" />
      <Columns
        main={
          <Card>
            <SubmissionForm submission={submission} title="CEN-118 – Casemoot" wide button="Save and go to item 5" secondary={{ text: "Park this item", name: "intent", value: "park" }} ctrlEnter>
              <TextareaField name="notes" label="Discussion notes" defaultValue="Police: 6 calls since 10 November, mostly Friday evening." rows={6} />
              <RadiosField name="outcome" legend="Decision" layout="boxes" defaultValue="continue" items={["Continue", "Step down", "Escalate", "Close", "Defer"].map((text) => ({ value: text.toLowerCase(), text }))} />
            </SubmissionForm>
          </Card>
        }
        side={
          <>
            <AgendaRail
              label="Agenda"
              items={rail.map((title, index) => ({ number: index + 1, title, href: `/item/${index + 1}`, state: index < 3 ? "done" : index === 3 ? "now" : "coming", note: index > 3 ? "15 min" : undefined }))}
            />
            <Meter value={48} max={120}>
              48 minutes used of 2 hours
            </Meter>
            <Meter value={17} max={15} over>
              2 minutes over
            </Meter>
          </>
        }
      />
      <PageTitle>CEN-118 – Casemoot</PageTitle>
    </Frame>
  );
}

export function Sent() {
  return (
    <Frame current="Concerns">
      <ConfirmationPanel title="Concern sent" referenceLabel="Its reference" reference="CON-2026-0042" />
      <Prose>
        <h2>What happens next</h2>
        <p>You will hear by Tuesday 8 December 2026.</p>
      </Prose>
      <NotificationBanner kind="success" titleId="sent">
        <p>A copy was sent to you.</p>
      </NotificationBanner>
      <CodeField name="code" label="Code" hint="6 digits" width={10} inputMode="numeric" />
      <CopyOrPrint text="CON-2026-0042" copy="Copy the reference" copied="Copied" print="Print" />
      <FormsOf person="a1b2">
        <SessionWarning ends={{ idle: 0, end: 0, now: 0, person: "a1b2" }} words={sessionWords} address="/api/session" signInHref="/sign-in" />
      </FormsOf>
      <PageTitle>Concern sent – Casemoot</PageTitle>
    </Frame>
  );
}

export function Pause() {
  return (
    <Frame current="Cases">
      <Interruption
        title="If someone is in danger, call 999 now"
        actions={
          <>
            <ButtonLink href="/on">Continue</ButtonLink>
            <ButtonLink href="/back" tone="quiet">
              Go back
            </ButtonLink>
          </>
        }
      >
        <p>This form is read in office hours.</p>
      </Interruption>
      <ButtonGroup>
        <Button tone="warning">Cancel the meeting</Button>
        <ButtonLink href="/file" tone="secondary" download icon={<Icon name="download" />}>
          Download the minutes
        </ButtonLink>
      </ButtonGroup>
      <PageTitle>Before you go on – Casemoot</PageTitle>
    </Frame>
  );
}
