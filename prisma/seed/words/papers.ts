type Paper = { title: string; lines: readonly string[]; form: "pdf" | "docx"; restricted?: boolean; /** For these agencies alone. */ only?: readonly string[] };
type Item = { kind: string; title: string; presenter: string; minutes: string; restricted: string };

/** The paper that hotspots bring to Central. It names no house and nobody. */
export const central = {
  title: "Calls and visits by ward, last four weeks",
  text: [
    "Calls and visits by ward, last four weeks", "",
    "Marketgate: 41 calls, 12 visits. Most between 6pm and 9pm, and most of those on Fridays.",
    "Eastholme: 17 calls, 9 visits. Fewer than in the four weeks before.",
    "Kiln Rise: 28 calls, 4 visits. Off-road motorcycles in 19 of the 28.",
    "Priorsfield: 22 calls, 11 visits. Two addresses account for 13 of the 22.", "",
    "Numbers are small: a difference of two or three between weeks says nothing.", "",
  ].join("\n"),
};

/** Minutes of a board that doesn't use the application. */
export const elsewhere = { body: "Hallamford Health and Wellbeing Board", minutes: "HWB 31 to 44" };

/** What it expected at its meeting a month ago: the one came, the other was put off. */
export const expectedThen = {
  received: { kind: "report", title: "Theft from shops that comes back", presenter: "Head of trading standards", minutes: "10" },
  putOff: { kind: "report", title: "A plan for the town centre at night", presenter: "Head of community safety", minutes: "15", why: "The traders have not been heard yet.", untilWhat: "The survey of the traders" },
};

/** What the Performance and Delivery Board expects: in so many months from now, from a post. */
export const expected: { kind: string; title: string; presenter: string; minutes: string; months: number; every: string; leftOff?: string }[] = [
  { kind: "report", title: "Answer to the inspection of partnership work", presenter: "Head of community safety", minutes: "10", months: -1, every: "once", leftOff: "The inspectorate has not published yet." },
  { kind: "report", title: "Performance of the quarter", presenter: "Partnership analyst", minutes: "10", months: 0, every: "3" },
  { kind: "presentation", title: "Working with adults on community sentences", presenter: "Head of probation delivery", minutes: "15", months: 2, every: "6" },
  { kind: "report", title: "The year of the risk management panel", presenter: "Chair of the Multi-Agency Risk Management Panel", minutes: "20", months: 4, every: "12" },
];

/** What the Performance and Delivery Board takes. */
export const board: { items: (Item & { paper?: Paper })[]; leftOff: string; late: Item & { paper: Paper } } = {
  items: [
    {
      kind: "report", title: "Delivery of the case meetings, first half of the year", presenter: "Chair of the Multi-Agency Risk Management Panel", minutes: "20", restricted: "",
      paper: {
        title: "Delivery report, first half of the year", form: "pdf",
        lines: [
          "Three areas met every month. Each meeting kept to two hours but four, which had said why beforehand.",
          "Actions are asked for in a verb, an owner, a date and a measure. Where one of the four was missing the action came back, on average, twice.",
          "The board is asked to note the report, and to say what it wants to see of step-downs.",
        ],
      },
    },
    {
      kind: "report", title: "Attendance of agencies", presenter: "Partnership coordinator", minutes: "15", restricted: "yes",
      paper: { title: "Attendance by agency", form: "docx", restricted: true, lines: ["One agency missed three meetings running in one area, and two in another.", "The board is asked to speak to it before the next quarter."] },
    },
    { kind: "presentation", title: "The dashboard that the county proposes", presenter: "South Riding Police", minutes: "25", restricted: "" },
    { kind: "discussion", title: "Priorities for the next year", presenter: "Head of community safety", minutes: "20", restricted: "" },
  ],
  leftOff: "The county has not sent its figures. It asks for the meeting after.",
  late: {
    kind: "report", title: "A letter from the fire authority", presenter: "South Riding Fire and Rescue Service", minutes: "5", restricted: "",
    paper: { title: "Letter about joint visits", form: "pdf", only: ["South Riding Fire and Rescue Service", "South Riding Police"], lines: ["The authority offers two officers for joint visits from January, and asks which area should be first."] },
  },
};
