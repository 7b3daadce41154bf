/** The parts at the table. Who plays them differs from forum to forum; some tables lack some of them. */
export type Role =
  | "chair" | "deputy" | "coordinator" | "police" | "antiSocialBehaviour" | "licensing" | "earlyHelp" | "councillor"
  | "housing" | "health" | "mentalHealth" | "probation" | "fire" | "charity" | "tenants";

type Cast = Partial<Record<Role, string>>;
const everywhere: Cast = {
  deputy: "Joanne Tice", coordinator: "Priya Nandra", police: "Nia Rowlands", antiSocialBehaviour: "Callum Brearley", licensing: "Tariq Aziz-Hall", earlyHelp: "Moira Keane", housing: "Zofia Nowak",
  health: "Anil Bose", mentalHealth: "Sian Probert", probation: "Kemi Adeyemi", fire: "Joe Stansfield", charity: "Leila Frost", tenants: "Bev Moxon",
};
const casts: Record<string, Cast> = {
  CEN: { ...everywhere, chair: "Ruth Calverley", councillor: "Grace Hinchliffe" },
  NOR: { ...everywhere, chair: "Dev Sandhu" },
  SOU: { ...everywhere, chair: "Owen Marsh", councillor: "Imran Sattar" },
  MARP: { ...everywhere, chair: "Helen Arkwright" },
  WEX: { chair: "Alun Treharne", deputy: "Fiona Garrick", coordinator: "Ngozi Umeh", police: "Alun Treharne", housing: "Stuart Penrose", councillor: "Harpreet Gill" },
};

/** The name of whoever plays a part at a forum, whether or not they hold a seat there. */
export const playedBy = (role: Role, forum: string): string | undefined => casts[forum]?.[role];

const labels: Record<Exclude<Role, "councillor">, string> = {
  chair: "Chair", deputy: "Community safety", coordinator: "Coordinator", police: "Police", antiSocialBehaviour: "Anti-social behaviour team", licensing: "Licensing", earlyHelp: "Early Help",
  housing: "Housing", health: "Integrated care board", mentalHealth: "Mental health trust", probation: "Probation", fire: "Fire and rescue", charity: "Hearthlight", tenants: "Tenants' federation",
};
/** How the notes name whoever speaks: by agency, and a councillor by name. */
export const speaker = (role: Role, forum: string): string => (role === "councillor" ? `Cllr ${playedBy(role, forum)?.split(" ").at(-1) ?? ""}` : labels[role]);
