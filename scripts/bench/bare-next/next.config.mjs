import path from "node:path";

/** Nothing but what any Next application has; the packages are those of the repository. */
export default {
  poweredByHeader: false,
  serverExternalPackages: ["pg", "@prisma/adapter-pg", "@prisma/client"],
  turbopack: { root: path.resolve(import.meta.dirname, "../../..") },
};
