import { neighbours } from "../words/homes.ts";
import { task } from "../words/stock.ts";
import type { CasePlot } from "./plot.ts";

/** One case and one meeting, so that there is something which must never be seen from anywhere else. */
export const quayside: readonly CasePlot[] = [
  {
    subject: "location", title: "Boats broken into at moorings, Quayside", ward: "Quayside",
    summary: "Boats at moorings in Quayside are broken into at night; some people live aboard.",
    background: "Fourteen boats in six weeks. Outboards and batteries for the most part. Two of the boats are homes, and one of those who live aboard is elderly.",
    wanted: "Lights on the pontoon, marking of engines, and somebody who knows who lives aboard.", risk: "standard", label: "the moorings",
    who: { name: "Otter Stage", address: "Otter Stage, Custom House Quay, Quayside" },
    from: 12, theme: neighbours,
    hearings: {
      12: {
        said: [
          "police: Fourteen reports, one arrest with a van that had eleven outboards in it.",
          "housing: Two people live aboard with nothing in writing. Neither of them is in danger of losing the mooring.",
          "councillor: The pontoon lights have been out since the storm.",
          "Taken as a case.",
        ],
        tasks: [{ ...task("housing", "Call on the two who live aboard, and ask what they need", "Both visited", "Both visited."), fate: "open" }],
      },
    },
  },
];
