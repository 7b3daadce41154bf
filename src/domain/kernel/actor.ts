import type { Capacity, Office, PartnershipOfficeKind } from "./enums.ts";

/** Who asks: the person behind a session, read from the database at each request. What they hold is their standing, read inside each transaction. */
export type Actor = {
  personId: string;
  partnershipId: string;
  requestId: string;
  sessionId: string;
  name: string;
  style: string | null;
  agencyId: string;
  agencyName: string;
  partnershipName: string;
  demonstration: boolean;
  /** Whether any forum is theirs by seat or office, and whether the audit desk and the directory are: for the navigation alone, never for a right. */
  sits: boolean;
  governs: boolean;
  administers: boolean;
};

/** What a person holds on this day. */
export type Standing = {
  present: boolean;
  appointments: { forumId: string; office: Office; capacity: Capacity }[];
  memberships: { forumId: string; agencyId: string; represents: string | null; commits: boolean }[];
  partnershipOffices: PartnershipOfficeKind[];
  /** Forums of the person's offices in which nobody is chair today. */
  vacantChairs: string[];
};
