import { refuse } from '#shared/kernel/result.ts';

/** Where nothing prints. */
export const noPdf = () =>
  refuse(
    'refused',
    'PDF can be made only in First Day’s window. Nothing was written. Here XLSX and CSV can be made.',
  );
