import type { Handlers } from '../context.ts';
import { listExams } from './list-exams.ts';
import { removeExam, saveExam } from './save-exam.ts';

export const examsHandlers = {
  'exams.list': listExams,
  'exams.save': saveExam,
  'exams.remove': removeExam,
} satisfies Partial<Handlers>;
