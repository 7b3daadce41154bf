-- AlterEnum
ALTER TYPE "mail_state" ADD VALUE 'held';
ALTER TYPE "mail_state" ADD VALUE 'bundled';
ALTER TYPE "mail_state" ADD VALUE 'unwanted';
