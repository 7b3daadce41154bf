-- AlterEnum
ALTER TYPE "concern_state" ADD VALUE 'escalated' BEFORE 'answered';

-- AlterEnum
ALTER TYPE "concern_answer_kind" ADD VALUE 'escalated' BEFORE 'more_asked';
