import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  generateEtags: false,
  agentRules: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "pg", "@prisma/adapter-pg", "@prisma/client", "pino", "graphile-worker", "nodemailer", "pdfkit", "docx", "write-excel-file"],
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
};

export default config;
