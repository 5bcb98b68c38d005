import { Button } from '../../ui/form/button.tsx';
import { PdfIcon, WordIcon } from '../../ui/icons.ts';
import type { Report } from './use-report.ts';

const NOT_FINISHED = 'Finish the report first: then it can be written to a file.';

const FORMATS = [
  { format: 'pdf', label: 'PDF', icon: PdfIcon },
  { format: 'word', label: 'Word', icon: WordIcon },
] as const;

interface ReportFilesProps {
  readonly finished: boolean;
  readonly report: Pick<Report, 'write' | 'writing'>;
}

/** The finished report as a file; main asks where to. */
export function ReportFiles({ finished, report }: ReportFilesProps) {
  return FORMATS.map(({ format, label, icon }) => (
    <Button
      key={format}
      size="small"
      icon={icon}
      loading={report.writing}
      disabled={!finished}
      disabledReason={NOT_FINISHED}
      onClick={() => report.write(format)}
    >
      {label}
    </Button>
  ));
}
