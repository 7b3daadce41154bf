import type { AttendanceStatus } from "@/domain/kernel/enums.ts";

export const attendanceWords: Record<AttendanceStatus, string> = {
  present: "Present",
  apologies: "Apologies",
  apologies_with_information: "Apologies, sent information",
  absent: "Absent",
};
